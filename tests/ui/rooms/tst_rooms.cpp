// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/guiwatchdog.h"
#include "tests/support/serverfixture.h"
#include "ui/common/actionregistry.h"
#include "ui/common/settings.h"
#include "ui/connections/instances.h"
#include "ui/dialogs/deletedialog.h"
#include "ui/rooms/adddomaindialog.h"
#include "ui/rooms/confirmdialog.h"
#include "ui/rooms/memberdialog.h"
#include "ui/rooms/roompage.h"
#include "ui/rooms/userdialog.h"
#include "ui/tree/treepanel.h"
#include "ui/window/mainwindow.h"
#include "ui/window/tabarea.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTreeView>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

namespace {

constexpr int patienceMs = 30'000;

} // namespace

/// The rooms of a site and an organization in the whole console against a whole server, by keyboard.
class TestRooms : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void domainsAreAddedPreferredAndRemoved();
    void lockedSiteIsOnlyLookedAt();
    void membersAreAddedChangedAndRemoved();
    void usersAreMadeChangedAndDeleted();
    void membersAreSearchedOnTheServer();
    void whoMayNotIsToldWhoCanGrantIt();
    void readOnlyInstanceIsOnlyLookedAt();
    void closedRoomIsOpenedAgain();
    void absentServerIsToldWithAWayToRetry();

private:
    QTreeView *tree() const { return m_window->findChild<QTreeView *>(u"tree"_s); }
    RoomPage *room() const { return m_window->tabs().currentAs<RoomPage>(); }
    QTableView *list() const { return room()->view(); }
    QAction *action(const QString &id) const { return m_window->actions().action(id); }
    QString cell(int row, int column) const { return list()->model()->index(row, column).data().toString(); }
    QModelIndex find(const QString &text) const;
    void makeAccount(const QString &username) const;
    void signIn(const QString &account, const QString &password, client::Api::Use use);
    void openRoom(const QStringList &way);
    void select(const QString &text) const;
    template<class Dialog>
    Dialog *opened(Qt::Key key, Qt::KeyboardModifiers modifiers) const;
    static void type(QDialog *dialog, const QString &field, const QString &text);

    std::unique_ptr<test::ServerFixture> m_server;
    QByteArray m_token;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void TestRooms::initTestCase()
{
    m_server = std::make_unique<test::ServerFixture>();
    m_token = m_server->signIn();
    m_server->createOrganization(m_token, u"Acme"_s);
    m_server->createSite(m_token, u"acme"_s, u"Portal"_s);
    for (const QString &name : {u"grace"_s, u"linus"_s})
        makeAccount(name);
}

void TestRooms::cleanupTestCase()
{
    m_server.reset();
}

void TestRooms::makeAccount(const QString &username) const
{
    json::Object body;
    body.set("username", username);
    body.set("email", username + u"@example.org"_s);
    body.set("password", "correct horse 9 battery");
    body.set("confirm_password", "correct horse 9 battery");
    QCOMPARE(m_server->client().post("/api/cloud/users/", json::Value(std::move(body)), test::bearer(m_token)).status,
             201);
}

void TestRooms::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_directory->filePath(u"console.ini"_s));
    m_window = std::make_unique<MainWindow>(LocalServerFactory(), *m_settings);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestRooms::cleanup()
{
    m_window.reset();
    m_settings.reset();
    m_directory.reset();
}

void TestRooms::signIn(const QString &account, const QString &password, client::Api::Use use)
{
    auto api = std::make_unique<client::Api>(QUrl(u"http://127.0.0.1:%1"_s.arg(m_server->port())));
    api->setUse(use);
    bool signedIn = false;
    api->signIn(account, password).then(this, [&](const Result<QString> &answer) { signedIn = bool(answer); });
    QTRY_VERIFY_WITH_TIMEOUT(signedIn, patienceMs);
    m_window->instances().add(u"Server"_s, std::move(api));
}

QModelIndex TestRooms::find(const QString &text) const
{
    const QAbstractItemModel *model = tree()->model();
    return model->match(model->index(0, 0), Qt::DisplayRole, text, 1, Qt::MatchExactly | Qt::MatchRecursive).value(0);
}

/// Goes down the tree with the arrow keys, level by level, and opens the last with Enter.
void TestRooms::openRoom(const QStringList &way)
{
    m_window->tree().focusTree();
    for (const QString &step : way) {
        QTRY_VERIFY_WITH_TIMEOUT(find(step).isValid(), patienceMs);
        tree()->setCurrentIndex(find(step));
        QTest::keyClick(tree(), Qt::Key_Right);
    }
    QTest::keyClick(tree(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(room() && room()->list().state() != ListModel::State::Loading, patienceMs);
    QTRY_VERIFY(!room()->list().isFetching());
    list()->setFocus();
}

void TestRooms::select(const QString &text) const
{
    const QAbstractItemModel *model = list()->model();
    const QModelIndexList found = model->match(model->index(0, 0), Qt::DisplayRole, text, 1, Qt::MatchExactly);
    QVERIFY2(!found.isEmpty(), qPrintable(text));
    list()->setCurrentIndex(found.front());
}

template<class Dialog>
Dialog *TestRooms::opened(Qt::Key key, Qt::KeyboardModifiers modifiers) const
{
    m_window->activateWindow(); // the dialog before was the active window
    if (!QTest::qWaitForWindowActive(m_window.get()))
        return nullptr;
    list()->setFocus();
    QTest::keyClick(list(), key, modifiers);
    return room()->findChild<Dialog *>();
}

void TestRooms::type(QDialog *dialog, const QString &field, const QString &text)
{
    auto *edit = dialog->findChild<QLineEdit *>(field);
    QVERIFY2(edit, qPrintable(field));
    edit->clear();
    QTest::keyClicks(edit, text);
}

void TestRooms::domainsAreAddedPreferredAndRemoved()
{
    signIn(QLatin1StringView(test::ServerFixture::adminEmail), QLatin1StringView(test::ServerFixture::adminPassword),
           client::Api::Use::ReadWrite);
    openRoom({u"Server"_s, u"Acme"_s, u"Portal"_s, u"Domains"_s});
    QVERIFY(!QTest::currentTestFailed());
    QAbstractItemModelTester tester(list()->model());
    QCOMPARE(cell(0, 0), u"portal.tenantry.test"_s);
    QCOMPARE(room()->findChild<QLabel *>(u"roomCount"_s)->text(), u"1 domains"_s);
    QVERIFY(!action(u"room.add"_s)->isEnabled()); // a production site opens locked
    QTest::keyClick(list(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(action(u"room.add"_s)->isEnabled());
    QVERIFY(action(u"room.remove"_s)->toolTip().contains("at least one domain"_L1));

    auto *add = opened<AddDomainDialog>(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(add);
    type(add, u"domain"_s, u"no host name"_s);
    QTest::keyClick(add, Qt::Key_Return);
    auto *hint = add->findChild<QLabel *>(u"domainHint"_s);
    QTRY_VERIFY_WITH_TIMEOUT(hint->text().startsWith(u'\u26a0'), patienceMs); // the server's word, at its field
    type(add, u"domain"_s, u"shop.example.org"_s);
    QTest::keyClick(add, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(list()->model()->rowCount(), 2, patienceMs);
    QTRY_VERIFY(!room()->findChild<AddDomainDialog *>());
    QTRY_COMPARE(list()->currentIndex().data().toString(), u"shop.example.org"_s);

    action(u"room.switch"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(cell(0, 0), u"shop.example.org"_s, patienceMs);
    QCOMPARE(cell(0, 1), u"Primary"_s);
    QCOMPARE(list()->currentIndex().data().toString(), u"shop.example.org"_s);
    QVERIFY(action(u"room.remove"_s)->toolTip().contains("Make another domain primary"_L1));

    select(u"portal.tenantry.test"_s);
    auto *remove = opened<ConfirmDialog>(Qt::Key_Delete, Qt::ControlModifier);
    QVERIFY(remove);
    QTest::keyClick(remove, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(list()->model()->rowCount(), 1, patienceMs);
    QCOMPARE(cell(0, 0), u"shop.example.org"_s);
}

/// The client holds back what would change a locked site, whoever sends it.
void TestRooms::lockedSiteIsOnlyLookedAt()
{
    signIn(QLatin1StringView(test::ServerFixture::adminEmail), QLatin1StringView(test::ServerFixture::adminPassword),
           client::Api::Use::ReadWrite);
    openRoom({u"Server"_s, u"Acme"_s, u"Portal"_s, u"Domains"_s});
    QVERIFY(!QTest::currentTestFailed());
    QVERIFY(!action(u"room.add"_s)->isEnabled());
    QVERIFY(action(u"room.switch"_s)->toolTip().contains("locked"_L1));
    client::Api &api = m_window->instances().all().front()->api();
    std::optional<Error> refused;
    api.sendPlatform(client::Request::post(u"/api/cloud/sites/portal/domains/"_s, json::Object()))
        .then(this, [&](const Result<json::Value> &answer) { refused = answer.error(); });
    QTRY_VERIFY(refused);
    QVERIFY2(refused->message.contains("locked"_L1), qPrintable(refused->message));
}

void TestRooms::membersAreAddedChangedAndRemoved()
{
    signIn(QLatin1StringView(test::ServerFixture::adminEmail), QLatin1StringView(test::ServerFixture::adminPassword),
           client::Api::Use::ReadWrite);
    openRoom({u"Server"_s, u"Acme"_s, u"Members"_s});
    QVERIFY(!QTest::currentTestFailed());
    QAbstractItemModelTester tester(list()->model());
    QCOMPARE(list()->model()->rowCount(), 1);

    auto *add = opened<MemberDialog>(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(add);
    type(add, u"username"_s, u"nobody"_s);
    QTest::keyClick(add, Qt::Key_Return);
    auto *hint = add->findChild<QLabel *>(u"usernameHint"_s);
    QTRY_VERIFY_WITH_TIMEOUT(hint->text().contains("no account"_L1), patienceMs);
    type(add, u"username"_s, u"grace"_s);
    type(add, u"department"_s, u"Compilers"_s);
    QTest::keyClick(add, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(list()->model()->rowCount(), 2, patienceMs);
    QTRY_VERIFY(!room()->findChild<MemberDialog *>());
    QTRY_COMPARE(list()->currentIndex().data().toString(), u"grace"_s);
    const int row = list()->currentIndex().row();
    QCOMPARE(cell(row, 3), u"Member"_s);
    QCOMPARE(cell(row, 5), u"Compilers"_s);

    auto *edit = opened<MemberDialog>(Qt::Key_Return, Qt::NoModifier);
    QVERIFY(edit);
    QTest::keyClick(edit->findChild<QComboBox *>(u"role"_s), Qt::Key_Down);
    QTest::keyClick(edit->findChild<QCheckBox *>(u"is_active"_s), Qt::Key_Space);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(cell(row, 3), u"Owner"_s, patienceMs);
    QCOMPARE(cell(row, 5), u"Compilers"_s);
    QCOMPARE(cell(row, 6), u"Inactive"_s);

    QTRY_VERIFY(!room()->findChild<MemberDialog *>());
    auto *remove = opened<ConfirmDialog>(Qt::Key_Delete, Qt::ControlModifier);
    QVERIFY(remove);
    QTest::keyClick(remove, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(list()->model()->rowCount(), 1, patienceMs);

    // The server alone knows that this is the last owner: it says so in the dialog, which stays.
    QTRY_VERIFY(!room()->findChild<ConfirmDialog *>());
    auto *last = opened<ConfirmDialog>(Qt::Key_Delete, Qt::ControlModifier);
    QVERIFY(last);
    QTest::keyClick(last, Qt::Key_Return);
    auto *problem = last->findChild<QLabel *>(u"problem"_s);
    QTRY_VERIFY_WITH_TIMEOUT(problem->isVisible() && problem->text().contains("owner"_L1), patienceMs);
    QTest::keyClick(last, Qt::Key_Escape);
    QCOMPARE(list()->model()->rowCount(), 1);
}

void TestRooms::usersAreMadeChangedAndDeleted()
{
    signIn(QLatin1StringView(test::ServerFixture::adminEmail), QLatin1StringView(test::ServerFixture::adminPassword),
           client::Api::Use::ReadWrite);
    openRoom({u"Server"_s, u"Acme"_s, u"Portal"_s, u"Users"_s});
    QVERIFY(!QTest::currentTestFailed());
    QAbstractItemModelTester tester(list()->model());
    QCOMPARE(list()->model()->rowCount(), 1); // the administrator's mirror
    m_window->instances().all().front()->api().writeLock(u"portal"_s).unlock();
    QTRY_VERIFY(action(u"room.add"_s)->isEnabled());
    QVERIFY(action(u"room.edit"_s)->toolTip().contains("follows an account of the platform"_L1));

    auto *add = opened<UserDialog>(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(add);
    type(add, u"username"_s, u"ada"_s);
    type(add, u"email"_s, u"ada@example.org"_s);
    type(add, u"password"_s, u"analytical engine 9"_s);
    type(add, u"confirm_password"_s, u"analytical engine 8"_s);
    QTest::keyClick(add, Qt::Key_Return);
    auto *hint = add->findChild<QLabel *>(u"confirm_passwordHint"_s);
    QTRY_VERIFY(hint->text().contains("differ"_L1));
    type(add, u"confirm_password"_s, u"analytical engine 9"_s);
    QTest::keyClick(add, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(list()->model()->rowCount(), 2, patienceMs);
    QTRY_VERIFY(!room()->findChild<UserDialog *>());
    QTRY_COMPARE(list()->currentIndex().data().toString(), u"ada"_s);
    const int row = list()->currentIndex().row();

    auto *edit = opened<UserDialog>(Qt::Key_Return, Qt::NoModifier);
    QVERIFY(edit);
    type(edit, u"last_name"_s, u"Lovelace"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(cell(row, 1), u"Lovelace"_s, patienceMs);
    QCOMPARE(cell(row, 2), u"ada@example.org"_s);

    QVERIFY(action(u"room.switch"_s)->text().contains("Dea"_L1));
    action(u"room.switch"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(cell(row, 4), u"Inactive"_s, patienceMs);
    QTRY_VERIFY(action(u"room.switch"_s)->text().startsWith("A"_L1));

    QTRY_VERIFY(!room()->findChild<UserDialog *>());
    auto *remove = opened<DeleteDialog>(Qt::Key_Delete, Qt::ControlModifier);
    QVERIFY(remove);
    type(remove, u"typedName"_s, u"ada"_s);
    QTest::keyClick(remove, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(list()->model()->rowCount(), 1, patienceMs);
}

void TestRooms::membersAreSearchedOnTheServer()
{
    signIn(QLatin1StringView(test::ServerFixture::adminEmail), QLatin1StringView(test::ServerFixture::adminPassword),
           client::Api::Use::ReadWrite);
    openRoom({u"Server"_s, u"Acme"_s, u"Members"_s});
    QVERIFY(!QTest::currentTestFailed());
    auto *search = room()->findChild<QLineEdit *>(u"roomSearch"_s);
    QTest::keyClicks(search, u"nobody of this name"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(list()->model()->rowCount(), 0, patienceMs);
    QVERIFY(!list()->isVisible());
    search->clear();
    QTRY_COMPARE_WITH_TIMEOUT(list()->model()->rowCount(), 1, patienceMs);
}

void TestRooms::whoMayNotIsToldWhoCanGrantIt()
{
    json::Object member;
    member.set("username", "linus");
    QCOMPARE(m_server->client()
                 .post("/api/cloud/organizations/acme/members/", json::Value(std::move(member)), test::bearer(m_token))
                 .status,
             201);
    signIn(u"linus"_s, u"correct horse 9 battery"_s, client::Api::Use::ReadWrite);
    openRoom({u"Server"_s, u"Acme"_s, u"Members"_s});
    QVERIFY(!QTest::currentTestFailed());
    QCOMPARE(list()->model()->rowCount(), 2);
    QTRY_VERIFY_WITH_TIMEOUT(!action(u"room.add"_s)->isEnabled(), patienceMs);
    QVERIFY(action(u"room.add"_s)->toolTip().contains("manage_organization"_L1));
    QVERIFY(action(u"room.add"_s)->toolTip().contains("An owner"_L1));
}

void TestRooms::readOnlyInstanceIsOnlyLookedAt()
{
    signIn(QLatin1StringView(test::ServerFixture::adminEmail), QLatin1StringView(test::ServerFixture::adminPassword),
           client::Api::Use::ReadOnly);
    openRoom({u"Server"_s, u"Acme"_s, u"Members"_s});
    QVERIFY(!QTest::currentTestFailed());
    QVERIFY(!action(u"room.add"_s)->isEnabled());
    QVERIFY(action(u"room.add"_s)->toolTip().contains("read-only"_L1));
}

void TestRooms::closedRoomIsOpenedAgain()
{
    signIn(QLatin1StringView(test::ServerFixture::adminEmail), QLatin1StringView(test::ServerFixture::adminPassword),
           client::Api::Use::ReadWrite);
    openRoom({u"Server"_s, u"Acme"_s, u"Portal"_s, u"Users"_s});
    QVERIFY(!QTest::currentTestFailed());
    QTest::keyClick(list(), Qt::Key_W, Qt::ControlModifier);
    QTRY_COMPARE(m_window->tabs().count(), 0);
    QTest::keyClick(m_window.get(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(room() && room()->list().rowCount() > 0, patienceMs);
    QCOMPARE(room()->path().room, u"users"_s);
    QCOMPARE(room()->title(), u"Portal \u203a Users"_s);
}

void TestRooms::absentServerIsToldWithAWayToRetry()
{
    signIn(QLatin1StringView(test::ServerFixture::adminEmail), QLatin1StringView(test::ServerFixture::adminPassword),
           client::Api::Use::ReadWrite);
    openRoom({u"Server"_s, u"Acme"_s, u"Members"_s});
    QVERIFY(!QTest::currentTestFailed());
    const int before = list()->model()->rowCount();
    QCOMPARE(m_server->stop(), 0);
    room()->reload();
    auto *problem = room()->findChild<QLabel *>(u"roomProblem"_s);
    QTRY_VERIFY_WITH_TIMEOUT(problem->text().contains("Is the server running?"_L1), patienceMs);
    QCOMPARE(list()->model()->rowCount(), before); // what was there stays
    QVERIFY(room()->findChild<QPushButton *>(u"roomRetry"_s)->isVisible());
}

TENANTRY_GUI_TEST_MAIN(TestRooms)
#include "tst_rooms.moc"
