// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/reader.h"
#include "tests/support/guiwatchdog.h"
#include "tests/support/serverfixture.h"
#include "ui/common/actionregistry.h"
#include "ui/connections/instances.h"
#include "ui/tree/treemodel.h"
#include "ui/tree/treepanel.h"

#include <QLabel>
#include <QLineEdit>
#include <QTreeView>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

namespace {

constexpr int patienceMs = 30'000;

const std::string_view package = R"({"resources":[{"name":"invoices","schema":{
    "fields":[{"name":"id","type":"integer"}],"primaryKey":["id"]}}]})";

} // namespace

/// Enter in the tree's filter, against a real server that holds what the tree has not loaded.
class TestTreeSearch : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void findsSitesThatAreNotLoaded();
    void findsAppsAndDatatablesBelow();
    void staysBelowWhatIsSelected();
    void tellsThatThereIsNothing();
    void typingOnEndsTheSearch();
    void failureIsTold();

private:
    QTreeView *view() const { return m_panel->findChild<QTreeView *>(u"tree"_s); }
    QLineEdit *box() const { return m_panel->findChild<QLineEdit *>(); }
    QString notice() const { return m_panel->findChild<QLabel *>(u"treeNotice"_s)->text(); }
    QModelIndex find(const QString &text) const;
    void fill(const QByteArray &site) const;
    void search(const QString &text) const;
    void open(const QString &text) const;

    std::unique_ptr<test::ServerFixture> m_server;
    QByteArray m_token;
    std::unique_ptr<Instances> m_instances;
    std::unique_ptr<TreeModel> m_model;
    std::unique_ptr<QWidget> m_window;
    TreePanel *m_panel = nullptr;
};

void TestTreeSearch::initTestCase()
{
    m_server = std::make_unique<test::ServerFixture>();
    m_token = m_server->signIn();
    for (const QString &organization : {u"North"_s, u"South"_s}) {
        m_server->createOrganization(m_token, organization);
        m_server->createSite(m_token, organization.toLower(), organization + u" shop"_s);
        m_server->createSite(m_token, organization.toLower(), organization + u" office"_s);
    }
    fill("south-office");
}

void TestTreeSearch::cleanupTestCase()
{
    m_server.reset();
}

void TestTreeSearch::fill(const QByteArray &site) const
{
    const test::HttpHeaders access = test::bearer(m_server->signIn("/sites/" + site));
    json::Object app;
    app.set("name", "Ledger");
    QCOMPARE(m_server->client().post("/sites/" + site + "/api/apps/", json::Value(std::move(app)), access).status, 201);
    const auto made = m_server->client().post("/sites/" + site + "/api/apps/ledger/datatables/create_schema/",
                                              json::read(package).value(), access);
    QVERIFY2(made.status < 300, made.body.constData());
}

void TestTreeSearch::init()
{
    m_instances = std::make_unique<Instances>(nullptr);
    m_model = std::make_unique<TreeModel>(*m_instances);
    m_window = std::make_unique<QWidget>();
    m_panel = new TreePanel(*m_model, *new ActionRegistry(m_window.get()), {}, m_window.get());
    m_window->show();
    auto api = std::make_unique<client::Api>(QUrl(u"http://127.0.0.1:%1"_s.arg(m_server->port())));
    bool signedIn = false;
    api->signIn(QLatin1StringView(test::ServerFixture::adminEmail),
                QLatin1StringView(test::ServerFixture::adminPassword))
        .then(this, [&](const Result<QString> &answer) { signedIn = bool(answer); });
    QTRY_VERIFY_WITH_TIMEOUT(signedIn, patienceMs);
    m_instances->add(u"Server"_s, std::move(api));
    open(u"Server"_s);
}

void TestTreeSearch::cleanup()
{
    m_window.reset();
    m_model.reset();
    m_instances.reset();
}

QModelIndex TestTreeSearch::find(const QString &text) const
{
    const QAbstractItemModel *model = view()->model();
    return model->match(model->index(0, 0), Qt::DisplayRole, text, 1, Qt::MatchExactly | Qt::MatchRecursive).value(0);
}

void TestTreeSearch::open(const QString &text) const
{
    QTRY_VERIFY_WITH_TIMEOUT(find(text).isValid(), patienceMs);
    view()->setCurrentIndex(find(text));
    view()->expand(find(text));
    const auto *filter = static_cast<const QAbstractProxyModel *>(view()->model());
    QTRY_VERIFY_WITH_TIMEOUT(m_model->isLoaded(filter->mapToSource(find(text))), patienceMs);
}

void TestTreeSearch::search(const QString &text) const
{
    QTest::keyClicks(box(), text);
    QTest::keyClick(box(), Qt::Key_Return);
}

void TestTreeSearch::findsSitesThatAreNotLoaded()
{
    QTest::keyClicks(box(), u"shop"_s);
    QVERIFY(!find(u"South shop"_s).isValid());
    QTest::keyClick(box(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(notice().startsWith("2 found"_L1), patienceMs);
    QVERIFY(find(u"North shop"_s).isValid());
    QVERIFY(find(u"South shop"_s).isValid());
    QVERIFY(view()->isExpanded(find(u"South"_s)));
    QVERIFY(!find(u"South office"_s).isValid());
    QCOMPARE(view()->currentIndex().data().toString(), u"North shop"_s);
}

void TestTreeSearch::findsAppsAndDatatablesBelow()
{
    search(u"INVOICE"_s);
    QTRY_VERIFY_WITH_TIMEOUT(notice().startsWith("1 found"_L1), patienceMs);
    QCOMPARE(view()->currentIndex().data().toString(), u"invoices"_s);
    QCOMPARE(view()->currentIndex().parent().data().toString(), u"Ledger"_s);
    box()->clear();
    search(u"ledg"_s);
    QTRY_VERIFY_WITH_TIMEOUT(notice().startsWith("1 found"_L1), patienceMs);
    QCOMPARE(view()->currentIndex().data().toString(), u"Ledger"_s);
}

void TestTreeSearch::staysBelowWhatIsSelected()
{
    view()->setCurrentIndex(find(u"North"_s));
    search(u"invoice"_s);
    QTRY_VERIFY_WITH_TIMEOUT(notice().startsWith("No name"_L1), patienceMs);
    QVERIFY(!find(u"invoices"_s).isValid());
}

void TestTreeSearch::tellsThatThereIsNothing()
{
    search(u"no such thing"_s);
    QTRY_VERIFY_WITH_TIMEOUT(notice().startsWith("No name"_L1), patienceMs);
    QTest::keyClick(box(), Qt::Key_Escape);
    QVERIFY(box()->text().isEmpty());
    QVERIFY(notice().isEmpty());
    QVERIFY(find(u"North"_s).isValid());
}

void TestTreeSearch::typingOnEndsTheSearch()
{
    search(u"shop"_s);
    QVERIFY(!notice().isEmpty());
    QTest::keyClick(box(), Qt::Key_X);
    QVERIFY(notice().isEmpty());
    box()->clear();
    search(u"invoice"_s);
    QTRY_VERIFY_WITH_TIMEOUT(notice().startsWith("1 found"_L1), patienceMs);
}

void TestTreeSearch::failureIsTold()
{
    QCOMPARE(m_server->stop(), 0);
    search(u"shop"_s);
    QTRY_VERIFY_WITH_TIMEOUT(notice().contains("Is the server running?"_L1), patienceMs);
}

TENANTRY_GUI_TEST_MAIN(TestTreeSearch)
#include "tst_treesearch.moc"
