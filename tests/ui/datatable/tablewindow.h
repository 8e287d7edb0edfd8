// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/reader.h"
#include "core/json/writer.h"
#include "tests/support/childprocess.h"
#include "tests/support/httpclient.h"
#include "tests/support/testnames.h"
#include "ui/common/actionregistry.h"
#include "ui/connections/instance.h"
#include "ui/datatable/datatableactions.h"
#include "ui/datatable/datatabletab.h"
#include "ui/datatable/rowview.h"
#include "ui/datatable/tableeditor.h"
#include "ui/window/siteactions.h"
#include "ui/window/tabarea.h"
#include "ui/workspace/workspace.h"

#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QTcpServer>
#include <QToolButton>
#include <QtTest>

#include <csignal>

/// What tests of a datatable's tab stand on: a whole server, and as much of the console as a table needs.
namespace tenantry::test {

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

inline const QString adminEmail = u"admin@example.org"_s;
inline const QString adminPassword = u"a long and winding road"_s;
inline constexpr int patienceMs = 30'000;
inline constexpr std::chrono::milliseconds patience(patienceMs);

inline const QByteArray package = R"({"resources":[{"name":"products","schema":{
    "fields":[{"name":"id","type":"integer"},
              {"name":"title","type":"string","constraints":{"required":true}},
              {"name":"price","type":"number","constraints":{"minimum":0}},
              {"name":"sold","type":"boolean"}],
    "primaryKey":["id"]}}]})";

inline json::Value parsed(const QByteArray &text)
{
    return json::read({text.constData(), size_t(text.size())}).value();
}

/// A server that can come back at the same address, with the site "portal" of a table of five products.
class Server
{
public:
    Server()
    {
        QTcpServer free;
        free.listen(QHostAddress::LocalHost);
        m_port = free.serverPort();
    }

    bool start()
    {
        m_process.emplace(
            programDirectory() + u"/tenantry-server"_s,
            QStringList{u"serve"_s, u"--data"_s, m_data.path(), u"--listen"_s, u"127.0.0.1:%1"_s.arg(m_port)},
            ChildProcess::Variables{{u"TENANTRY_ADMIN_EMAIL"_s, adminEmail},
                                    {u"TENANTRY_ADMIN_PASSWORD"_s, adminPassword},
                                    {u"RATE_LIMIT_ENABLE"_s, u"false"_s}});
        return m_process->firstLine(patience).startsWith("Tenantry is listening on ");
    }

    void stop()
    {
        m_process->send(SIGTERM);
        m_process->wait(patience);
        m_process.reset();
    }

    QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port)); }

    QString folder() const { return m_data.path(); }

    void fill(const char *environment)
    {
        signInToPlatform();
        post("/api/cloud/organizations/", parsed(R"({"name":"Acme"})"));
        json::Object site;
        site.set("name", "Portal");
        site.set("environment", environment);
        post("/api/cloud/organizations/acme/sites/", std::move(site));
        enterSite();
        post("/sites/portal/api/apps/", parsed(R"({"name":"Store"})"));
        post("/sites/portal/api/apps/store/datatables/create_schema/", parsed(package));
        json::Array rows;
        for (int id = 1; id <= 5; ++id) {
            json::Object row;
            row.set("title", u"Lamp %1"_s.arg(id));
            row.set("price", id * 10);
            rows.push_back(std::move(row));
        }
        post(path, std::move(rows));
    }

    /// Adds a site without apps.
    void addSite(const QString &name)
    {
        signInToPlatform();
        json::Object site;
        site.set("name", name);
        post("/api/cloud/organizations/acme/sites/", std::move(site));
    }

    /// Adds an empty table to the app.
    void addTable(const QString &name)
    {
        post("/sites/portal/api/apps/store/datatables/create_schema/",
             parsed(QByteArray(package).replace("products", name.toUtf8())));
    }

    /// Adds the app "office", which refers to the products and so shows them too.
    void addMirror()
    {
        post("/sites/portal/api/apps/", parsed(R"({"name":"Office"})"));
        post("/sites/portal/api/apps/office/datatables/create_schema/",
             parsed(R"({"resources":[{"name":"desks","schema":{
            "fields":[{"name":"id","type":"integer"},{"name":"product","type":"integer"}],"primaryKey":["id"],
            "foreignKeys":[{"fields":"product","reference":{"resource":"store:products","fields":"id"}}]}}]})"));
    }

    void setEnvironment(const QByteArray &environment)
    {
        signInToPlatform();
        const HttpAnswer answer = HttpClient(m_port).request("PATCH", "/api/cloud/sites/portal/",
                                                             "{\"environment\":\"" + environment + "\"}", headers());
        if (answer.status != 200)
            qFatal("%s", answer.body.constData());
    }

    /// Once more, after it was started again.
    void signIn()
    {
        signInToPlatform();
        enterSite();
    }

    /// What is stored, as "1 Lamp 1 10".
    QStringList rows() const
    {
        QStringList rows;
        const json::Value answer = get(path + "?ordering=id");
        for (const json::Value &row : answer["data"].array())
            rows << u"%1 %2 %3"_s.arg(QString::fromUtf8(json::write(row["id"])), row["title"].text(),
                                      QString::fromUtf8(json::write(row["price"])));
        return rows;
    }

private:
    static inline const QByteArray path = "/sites/portal/api/apps/store/datatables/products/data/";

    void signInToPlatform()
    {
        json::Object pair;
        pair.set("username", adminEmail);
        pair.set("password", adminPassword);
        m_token.clear();
        m_token = post("/api/cloud/auth/jwt/token/", std::move(pair))["access"].text().toUtf8();
    }

    void enterSite() { m_token = post("/api/cloud/sites/portal/enter/", json::Object())["access"].text().toUtf8(); }

    HttpHeaders headers() const
    {
        return m_token.isEmpty() ? HttpHeaders{} : HttpHeaders{{"Authorization", "Bearer " + m_token}};
    }

    json::Value post(const QByteArray &target, const json::Value &body)
    {
        const HttpAnswer answer = HttpClient(m_port).post(target, body, headers());
        if (answer.status < 200 || answer.status > 201)
            qFatal("%s: %d %s", target.constData(), answer.status, answer.body.constData());
        return answer.json();
    }

    json::Value get(const QByteArray &target) const { return HttpClient(m_port).get(target, headers()).json(); }

    QTemporaryDir m_data;
    quint16 m_port = 0;
    std::optional<ChildProcess> m_process;
    QByteArray m_token;
};

/// As much of the console's window as a datatable needs.
class Window
{
public:
    Window(const QUrl &server, const QString &workspace, const QString &environment)
        : m_workspace(workspace)
        , m_instance(u"Test"_s, std::make_unique<client::Api>(server))
        , m_environment(environment)
    {
        m_window.resize(900, 500);
        m_window.setCentralWidget(&tabs);
        QObject::connect(&tabs, &TabArea::changed, &m_rows, &DatatableActions::follow);
        QObject::connect(&tabs, &TabArea::changed, &m_site, &SiteActions::follow);
        m_window.show();
    }
    ~Window() { tabs.setParent(nullptr); }

    client::Api &api() { return m_instance.api(); }
    const Connection &connection() { return m_instance.connection(); }
    DatatableTab *tab() const { return tabs.currentAs<DatatableTab>(); }
    EditModel &model() const { return tab()->editor()->model(); }
    ChangeSet &changes() const { return tab()->editor()->changes(); }
    QString shown(int row, int column) const { return model().index(row, column).data().toString(); }
    QString outcome() const { return tab()->findChild<QLabel *>(u"activity"_s)->text(); }
    QString lockState() const { return tab()->findChild<QLabel *>(u"lockState"_s)->text(); }

    bool open(int rows = 5, const QString &app = u"store"_s)
    {
        bool signedIn = false;
        api().signIn(adminEmail, adminPassword).then(&m_window, [&](Result<QString> account) {
            signedIn = account.has_value();
        });
        if (!QTest::qWaitFor([&] { return signedIn; }, patienceMs) || !QTest::qWaitForWindowActive(&m_window))
            return false;
        tabs.open({NodeKind::Table,
                   &m_instance,
                   u"acme"_s,
                   u"portal"_s,
                   app,
                   u"products"_s,
                   {},
                   m_environment,
                   {u"Test"_s, u"Acme"_s, u"Portal"_s, app, u"products"_s}});
        return QTest::qWaitFor([&] { return tab()->rows() && tab()->rows()->rowCount() == rows; }, patienceMs);
    }

    /// Types into a cell as somebody does who has just arrived in it.
    void type(int row, int column, const QString &text)
    {
        tab()->view()->setFocus();
        tab()->view()->setCurrentIndex(model().index(row, column));
        QTest::keyClick(tab()->view(), Qt::Key_F2);
        auto *editor = tab()->view()->findChild<QLineEdit *>();
        QVERIFY2(editor, qPrintable(model().whyNotEditable(model().index(row, column))));
        editor->selectAll();
        QTest::keyClicks(editor, text);
        QTest::keyClick(editor, Qt::Key_Return);
        // The view takes the text when it is back in the event loop.
        QTRY_COMPARE(model().index(row, column).data(Qt::EditRole).toString(), text);
        QTRY_VERIFY(!tab()->view()->findChild<QLineEdit *>());
    }

    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        tab()->view()->setFocus();
        QTest::keyClick(tab()->view(), Qt::Key(key), modifiers);
    }

    bool commit()
    {
        QSignalSpy committed(tab()->editor(), &TableEditor::committed);
        press(Qt::Key_S, Qt::ControlModifier);
        return committed.count() > 0 || committed.wait(patienceMs);
    }

private:
    PageFactory pages()
    {
        PageFactory pages;
        pages.add(NodeKind::Table,
                  [this](const NodePath &path) { return std::make_unique<DatatableTab>(path, actions, &m_workspace); });
        return pages;
    }

    Workspace m_workspace; ///< outlives the tabs
    Instance m_instance;
    QString m_environment;
    QMainWindow m_window;

public:
    ActionRegistry actions{&m_window};
    TabArea tabs{new QWidget, pages()};

private:
    DatatableActions m_rows{actions, [this] { return tab(); }, &tabs};
    SiteActions m_site{actions, [this] { return tab() ? tab()->path() : NodePath(); }, &m_window};
};

} // namespace tenantry::test
