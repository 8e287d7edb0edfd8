// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/embeddedserver.h"
#include "core/client/curl.h"
#include "core/json/reader.h"
#include "tests/support/childprocess.h"
#include "tests/support/guiwatchdog.h"
#include "tests/support/testnames.h"
#include "ui/common/actionregistry.h"
#include "ui/common/settings.h"
#include "ui/connections/connectdialog.h"
#include "ui/connections/instances.h"
#include "ui/datatable/datatabletab.h"
#include "ui/datatable/rowmodel.h"
#include "ui/datatable/rowview.h"
#include "ui/dialogs/deletedialog.h"
#include "ui/dialogs/editdialog.h"
#include "ui/requests/requestmodel.h"
#include "ui/tree/treemodel.h"
#include "ui/tree/treepanel.h"
#include "ui/window/mainwindow.h"
#include "ui/window/tabarea.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTreeView>
#include <QtTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

namespace {

constexpr int rowCount = 2000;
const QString adminEmail = u"admin@example.org"_s;
const QString adminPassword = u"a long and winding road"_s;
constexpr int patienceMs = 30'000;
constexpr int demoPatienceMs = 120'000; ///< some thousand rows, over HTTP
constexpr std::chrono::milliseconds patience(patienceMs);

/// A server in a process of its own, as an operator runs it.
class RemoteServer
{
public:
    ~RemoteServer() { stop(); }

    bool start(const QString &directory, const QString &listen)
    {
        m_process.emplace(test::programDirectory() + u"/tenantry-server"_s,
                          QStringList{u"serve"_s, u"--data"_s, directory, u"--listen"_s, listen},
                          test::ChildProcess::Variables{{u"TENANTRY_ADMIN_EMAIL"_s, adminEmail},
                                                        {u"TENANTRY_ADMIN_PASSWORD"_s, adminPassword},
                                                        {u"RATE_LIMIT_ENABLE"_s, u"false"_s}});
        const QByteArray line = m_process->firstLine(patience);
        m_url = QUrl(QString::fromUtf8(line.mid(line.lastIndexOf(' ') + 1)));
        return line.startsWith("Tenantry is listening on ");
    }

    void stop()
    {
        if (!m_process)
            return;
        m_process->send(SIGTERM);
        m_process->wait(patience);
        m_process.reset();
    }

    QUrl url() const { return m_url; }

private:
    std::optional<test::ChildProcess> m_process;
    QUrl m_url;
};

const QByteArray package = R"({"resources":[{"name":"orders","schema":{
    "fields":[{"name":"id","type":"integer"},{"name":"total","type":"number"},{"name":"note","type":"string"}],
    "primaryKey":["id"]}}]})";

json::Value parsed(const QByteArray &text)
{
    return json::read({text.constData(), size_t(text.size())}).value();
}

/// Blocks the test, not the console: data comes from somebody else.
json::Value post(client::Transport &server, const QString &path, const json::Value &body, const QByteArray &bearer = {})
{
    QObject guard;
    std::optional<Result<json::Value>> answer;
    server.send(client::Request::post(path, body), bearer).then(&guard, [&](Result<json::Value> result) {
        answer = std::move(result);
    });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, patienceMs))
        qFatal("No answer from %s", qPrintable(path));
    if (!*answer)
        qFatal("%s: %s", qPrintable(path), qPrintable(answer->error().message));
    return std::move(**answer);
}

void fillStore(const QUrl &url, const QString &email, const QString &password, const QString &site, const QString &app)
{
    client::Transport server(url);
    json::Object pair;
    pair.set("username", email);
    pair.set("password", password);
    const json::Value tokens = post(server, u"/api/cloud/auth/jwt/token/"_s, std::move(pair));
    const QByteArray platform = tokens["access"].text().toUtf8();
    const json::Value entered = post(server, u"/api/cloud/sites/%1/enter/"_s.arg(site), json::Object(), platform);
    const QByteArray access = entered["access"].text().toUtf8();
    const QString tables = u"/sites/%1/api/apps/%2/datatables/"_s.arg(site, app);
    post(server, tables + u"create_schema/"_s, parsed(package), access);
    for (int first = 1; first <= rowCount; first += 1000) {
        json::Array rows;
        for (int id = first; id < first + 1000; ++id) {
            json::Object row;
            row.set("id", id);
            row.set("total", json::Number{std::to_string(id) + ".50"});
            if (id % 2 == 0)
                row.set("note", u"order %1"_s.arg(id));
            rows.push_back(std::move(row));
        }
        post(server, tables + u"orders/data/"_s, std::move(rows), access);
    }
}

} // namespace

/// The whole console against a whole server: the way an administrator goes from nothing to browsing rows.
class TestConsole : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void noKeyIsTakenTwice();
    void fromNothingToRows_data();
    void fromNothingToRows();
    void editsAndDeletesFromTheTree();
    void localInstanceOpensAgain();
    void demoIsLoadedOnceAndOpensAgain();
    void startThatFailsCanBeRetried();
    void terminationStopsTheLocalServer_data();
    void terminationStopsTheLocalServer();

private:
    QTreeView *tree() const { return m_window->findChild<QTreeView *>(u"tree"_s); }
    DatatableTab *tab() const { return m_window->tabs().currentAs<DatatableTab>(); }
    QModelIndex find(const QString &text) const;
    void run(const QString &action) { m_window->actions().action(action)->trigger(); }
    void create(const QString &action, const QString &name);
    void connectToRemote();
    void signInIsListedWithoutItsSecret(const QString &password);
    void browse();
    void stopAndRetry(bool local);
    void closeWindow();

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<RemoteServer> m_remote;
    std::unique_ptr<MainWindow> m_window;
};

void TestConsole::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_directory->filePath(u"console.ini"_s));
    m_window = std::make_unique<MainWindow>([] { return std::make_unique<console::EmbeddedServer>(); }, *m_settings);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestConsole::cleanup()
{
    m_window.reset();
    m_remote.reset();
    m_settings.reset();
    m_directory.reset();
}

QModelIndex TestConsole::find(const QString &text) const
{
    const QModelIndexList found = tree()->model()->match(tree()->model()->index(0, 0), Qt::DisplayRole, text, 1,
                                                         Qt::MatchExactly | Qt::MatchRecursive);
    return found.value(0);
}

void TestConsole::create(const QString &action, const QString &name)
{
    QVERIFY2(m_window->actions().action(action)->isEnabled(), qPrintable(action));
    run(action);
    auto *dialog = m_window->findChild<FormDialog *>();
    QVERIFY(dialog);
    auto *edit = dialog->findChild<QLineEdit *>(u"name"_s);
    QTest::keyClicks(edit, name);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(find(name).isValid(), patienceMs);
    QCOMPARE(tree()->currentIndex(), find(name));
    QTRY_VERIFY(!m_window->findChild<FormDialog *>());
}

void TestConsole::connectToRemote()
{
    m_remote = std::make_unique<RemoteServer>();
    QVERIFY(m_remote->start(m_directory->filePath(u"remote"_s), u"127.0.0.1:0"_s));
    m_window->connectTo(m_remote->url().toString());
    auto *dialog = m_window->findChild<ConnectDialog *>();
    QVERIFY(dialog);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"username"_s), adminEmail);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"password"_s), adminPassword);
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->instances().isEmpty(), patienceMs);
    QTRY_VERIFY(!m_window->findChild<FormDialog *>());
}

void TestConsole::signInIsListedWithoutItsSecret(const QString &password)
{
    const auto *requests = m_window->findChild<RequestModel *>();
    int signIns = 0;
    for (int row = 0; row < requests->rowCount(); ++row) {
        const client::Exchange &call = requests->at(row);
        if (call.request.path == "/api/cloud/auth/jwt/token/"_L1) {
            ++signIns;
            QCOMPARE(call.body, client::Exchange::Body::Withheld);
        }
        QVERIFY(!client::curlCommand(call.server, call.request).contains(password));
    }
    QCOMPARE(signIns, 1);
}

void TestConsole::noKeyIsTakenTwice()
{
    const QStringList clashes = m_window->actions().clashes();
    QVERIFY2(clashes.isEmpty(), qPrintable(clashes.join(u"; "_s)));
}

void TestConsole::fromNothingToRows_data()
{
    QTest::addColumn<bool>("local");
    QTest::newRow("local") << true;
    QTest::newRow("remote") << false;
}

void TestConsole::fromNothingToRows()
{
    QFETCH(bool, local);
    QString email = adminEmail;
    QString password = adminPassword;
    if (local) {
        const QString directory = m_directory->filePath(u"mine"_s);
        m_window->startLocal(directory);
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->instances().isEmpty(), patienceMs);
        QFile file(directory + u"/console-password"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        email = m_window->instances().all().front()->api().account();
        password = QString::fromUtf8(file.readAll().trimmed());
    } else {
        connectToRemote();
    }
    QVERIFY(!QTest::currentTestFailed());
    signInIsListedWithoutItsSecret(password);
    QVERIFY(!QTest::currentTestFailed());
    QTRY_VERIFY_WITH_TIMEOUT(find(u"No organizations yet: create one"_s).isValid(), patienceMs);

    create(u"organization.create"_s, u"Acme"_s);
    create(u"site.create"_s, u"Portal"_s);
    create(u"app.create"_s, u"Store"_s);
    QVERIFY(!QTest::currentTestFailed());
    const QUrl url = m_window->instances().all().front()->api().server();
    fillStore(url, email, password, u"portal"_s, u"store"_s);
    tree()->expand(find(u"Store"_s));
    QTRY_VERIFY_WITH_TIMEOUT(find(u"orders"_s).isValid(), patienceMs);
    tree()->setCurrentIndex(find(u"orders"_s));
    run(u"table.open"_s);
    browse();
    QVERIFY(!QTest::currentTestFailed());
    stopAndRetry(local);
    QVERIFY(!QTest::currentTestFailed());
    closeWindow();
}

void TestConsole::browse()
{
    QTRY_VERIFY_WITH_TIMEOUT(tab() && tab()->rows() && tab()->rows()->rowCount() == rowCount, patienceMs);
    RowModel *rows = tab()->rows();
    QAbstractItemModelTester tester(rows);
    QCOMPARE(rows->index(0, 0).data().toString(), u"1"_s);
    QCOMPARE(rows->index(0, 1).data().toString(), u"1.5"_s);
    QVERIFY(rows->index(0, 2).data(RowModel::NullRole).toBool());
    QTRY_VERIFY(tab()->findChild<QLabel *>(u"rowCount"_s)->text().endsWith("of 2,000"_L1));

    QVERIFY(rows->index(rowCount - 1, 0).data(RowModel::AbsentRole).toBool());
    tab()->view()->scrollToBottom();
    QTRY_COMPARE_WITH_TIMEOUT(rows->index(rowCount - 1, 0).data().toString(), QString::number(rowCount), patienceMs);

    tab()->view()->horizontalHeader()->setSortIndicator(1, Qt::DescendingOrder);
    QTRY_COMPARE_WITH_TIMEOUT(rows->index(0, 1).data().toString(), u"2000.5"_s, patienceMs);
    QTRY_COMPARE(tab()->view()->verticalScrollBar()->value(), 0);
    QVERIFY(!rows->error());
}

void TestConsole::stopAndRetry(bool local)
{
    Instance *instance = m_window->instances().all().front();
    if (local) {
        const std::unique_ptr<LocalServer> server = instance->takeServer();
        QSignalSpy stopped(server.get(), &LocalServer::stopped);
        server->stop();
        QVERIFY(stopped.wait(patienceMs));
    } else {
        m_remote->stop();
    }
    tab()->reload();
    auto *retry = tab()->findChild<QPushButton *>(u"retry"_s);
    QTRY_VERIFY_WITH_TIMEOUT(retry->isVisible(), patienceMs);
    QVERIFY(tab()->findChild<QLabel *>(u"activity"_s)->text().contains("Is the server running?"_L1));
    if (local)
        return;
    QVERIFY(m_remote->start(m_directory->filePath(u"remote"_s), m_remote->url().authority()));
    retry->click();
    QTRY_COMPARE_WITH_TIMEOUT(tab()->rows()->index(0, 1).data().toString(), u"2000.5"_s, patienceMs);
    QVERIFY(!retry->isVisible());
}

void TestConsole::closeWindow()
{
    m_window->close();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), patienceMs);
    QVERIFY(m_window->instances().isEmpty());
    QCOMPARE(m_window->tabs().count(), 0);
}

/// By keyboard alone, as F2 and Shift+Delete mean the tree's node when the tree has the focus.
void TestConsole::editsAndDeletesFromTheTree()
{
    connectToRemote();
    QTRY_VERIFY_WITH_TIMEOUT(find(u"No organizations yet: create one"_s).isValid(), patienceMs);
    create(u"organization.create"_s, u"Acme"_s);
    create(u"site.create"_s, u"Portal"_s);
    QVERIFY(!QTest::currentTestFailed());

    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->tree().focusTree();
    QVERIFY2(m_window->actions().action(u"node.edit"_s)->isEnabled(),
             qPrintable(m_window->actions().action(u"node.edit"_s)->toolTip()));
    QTest::keyClick(tree(), Qt::Key_F2);
    auto *edit = m_window->findChild<EditDialog *>();
    QVERIFY(edit);
    QTest::keyClicks(edit->findChild<QLineEdit *>(u"name"_s),
                     QString(101, u'x')); // the server knows how long it may be
    QTest::keyClick(edit, Qt::Key_Return);
    auto *hint = edit->findChild<QLabel *>(u"nameHint"_s);
    QTRY_VERIFY_WITH_TIMEOUT(hint->isVisible() && hint->text().contains("100"_L1), patienceMs);
    edit->findChild<QLineEdit *>(u"name"_s)->clear();
    QTest::keyClicks(edit->findChild<QLineEdit *>(u"name"_s), u"Gateway"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(find(u"Gateway"_s).isValid(), patienceMs);
    QCOMPARE(tree()->currentIndex(), find(u"Gateway"_s));
    QTRY_VERIFY(!m_window->findChild<EditDialog *>());

    client::WriteLock &lock = m_window->instances().all().front()->api().writeLock(u"portal"_s);
    lock.lock();
    m_window->actions().refresh();
    QVERIFY(!m_window->actions().action(u"node.delete"_s)->isEnabled());
    QVERIFY(m_window->actions().action(u"node.delete"_s)->toolTip().contains("locked"_L1));
    lock.unlock();
    m_window->actions().refresh();

    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->tree().focusTree();
    QTest::keyClick(tree(), Qt::Key_Delete, Qt::ShiftModifier);
    auto *remove = m_window->findChild<DeleteDialog *>();
    QVERIFY(remove);
    auto *typed = remove->findChild<QLineEdit *>(u"typedName"_s);
    QTest::keyClicks(typed, u"Portal"_s);
    QTest::keyClick(typed, Qt::Key_Return);
    QVERIFY(remove->isVisible());
    typed->clear();
    QTest::keyClicks(typed, u"Gateway"_s);
    QTest::keyClick(typed, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!find(u"Gateway"_s).isValid(), patienceMs);
    QVERIFY(find(u"No sites yet: create one"_s).isValid());
    closeWindow();
}

void TestConsole::localInstanceOpensAgain()
{
    const QString directory = m_directory->filePath(u"mine"_s);
    m_window->startLocal(directory);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->instances().isEmpty(), patienceMs);
    closeWindow();
    m_window = std::make_unique<MainWindow>([] { return std::make_unique<console::EmbeddedServer>(); }, *m_settings);
    m_window->show();
    m_window->startLocal(directory);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->instances().isEmpty(), patienceMs);
    closeWindow();
}

void TestConsole::demoIsLoadedOnceAndOpensAgain()
{
    qputenv("XDG_DATA_HOME", m_directory->path().toUtf8());
    run(u"instance.demo"_s);
    QTRY_VERIFY_WITH_TIMEOUT(find(u"Acme (demo)"_s).isValid(), demoPatienceMs);
    QVERIFY(!m_window->actions().action(u"instance.demo"_s)->isEnabled());
    tree()->expand(find(u"Acme (demo)"_s));
    QTRY_VERIFY_WITH_TIMEOUT(find(u"Acme Demo Staging"_s).isValid(), patienceMs);

    run(u"instance.disconnect"_s);
    QVERIFY(m_window->actions().action(u"instance.demo"_s)->isEnabled());
    closeWindow();
    m_window = std::make_unique<MainWindow>([] { return std::make_unique<console::EmbeddedServer>(); }, *m_settings);
    m_window->show();
    run(u"instance.demo"_s);
    QTRY_VERIFY_WITH_TIMEOUT(find(u"Acme (demo)"_s).isValid(), patienceMs);
    closeWindow();
}

void TestConsole::startThatFailsCanBeRetried()
{
    const QString directory = m_directory->filePath(u"mine"_s);
    QFile inTheWay(directory);
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    QSignalSpy failed(&m_window->instances(), &Instances::startFailed);
    m_window->startLocal(directory);
    QVERIFY(failed.wait(patienceMs));
    QVERIFY(m_window->actions().action(u"instance.startLocal"_s)->isEnabled());
    QVERIFY(inTheWay.remove());
    m_window->startLocal(directory);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->instances().isEmpty(), patienceMs);
    closeWindow();
}

void TestConsole::terminationStopsTheLocalServer_data()
{
    QTest::addColumn<QString>("platform");
    QTest::newRow("offscreen") << u"offscreen"_s;
    QTest::newRow("X11") << u"xcb"_s; // whose thread must not get the signal
}

/// The write-ahead log goes when the last connection closes, and stays when the process is cut off.
void TestConsole::terminationStopsTheLocalServer()
{
    QFETCH(QString, platform);
    test::ChildProcess::Variables variables{{u"XDG_CONFIG_HOME"_s, m_directory->path()},
                                            {u"QT_QPA_PLATFORM"_s, platform}};
    std::optional<test::ChildProcess> display;
    if (platform == u"xcb"_s) {
        if (QStandardPaths::findExecutable(u"Xvfb"_s).isEmpty())
            QSKIP("Xvfb is not installed.");
        display.emplace(u"Xvfb"_s, QStringList{u"-displayfd"_s, u"1"_s});
        variables.emplace_back(u"DISPLAY"_s, u':' + QString::fromUtf8(display->firstLine(patience)));
    }
    const QString directory = m_directory->filePath(u"mine"_s);
    const QString log = directory + u"/platform.db-wal"_s;
    test::ChildProcess console(test::programDirectory() + u"/tenantry"_s, {u"--local"_s, directory}, variables);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(log), patienceMs);
    console.send(SIGTERM);
    const test::ChildProcess::Ended ended = console.waitForEnd(patience);
    QVERIFY2(ended.status == 0, ended.errors.constData());
    QVERIFY(!QFile::exists(log));
}

TENANTRY_GUI_TEST_MAIN(TestConsole)
#include "tst_console.moc"
