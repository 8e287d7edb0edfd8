// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/transport.h"
#include "tests/support/guiwatchdog.h"
#include "tests/ui/window/consolewindow.h"
#include "ui/datatable/journalentry.h"
#include "ui/window/rememberedtab.h"
#include "ui/window/restoredpage.h"

#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using namespace tenantry::test;

/// Tabs that come back: within a session, after the next start, and after a kill. Against a whole server.
class TestTabMemory : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void isReadAsItWasWritten();
    void whatIsNotUnderstoodIsLeftOut();
    void aClosedTabIsOpenedAgain();
    void aTabOfAnEndedConnectionWaitsForIt();
    void tabsComeBackWithoutAskingAnything();
    void openingFromTheTreeLoads();
    void tabsOutliveAKill();
    void productionIsLockedWhateverWasRemembered();
    void mayBeSwitchedOff();

private:
    void open(const QStringList &tables);
    RestoredPage *page() const { return m_console->window->tabs().currentAs<RestoredPage>(); }
    /// To what has this in its path, from now on.
    void countCalls(const QString &path, int *calls) const;

    std::unique_ptr<ConsoleWindow> m_console;
};

void TestTabMemory::init()
{
    m_console = std::make_unique<ConsoleWindow>();
    QVERIFY(m_console->start());
}

void TestTabMemory::cleanup()
{
    m_console->close();
    m_console.reset();
}

void TestTabMemory::open(const QStringList &tables)
{
    for (const QString &table : tables) {
        m_console->select(table);
        m_console->press(Qt::Key_Return);
    }
}

void TestTabMemory::countCalls(const QString &path, int *calls) const
{
    Instance *instance = m_console->window->instances().all().front();
    instance->api().observe(
        [path, calls](const client::Exchange &exchange) { *calls += exchange.request.path.contains(path); });
}

void TestTabMemory::isReadAsItWasWritten()
{
    const RememberedTab tab{
        u"http://a"_s,
        {NodeKind::Table, nullptr, u"o"_s, u"s"_s, u"a"_s, u"t"_s, {}, u"staging"_s, {u"A"_s, u"t"_s}},
        true};
    const RememberedTabs read = tabsFromJson(toJson({{tab}, 0}));
    QCOMPARE(read.current, 0);
    QCOMPARE(read.tabs.size(), 1U);
    QCOMPARE(read.tabs[0].server, tab.server);
    QVERIFY(read.tabs[0].path.isAt(tab.path));
    QCOMPARE(read.tabs[0].path.environment, tab.path.environment);
    QCOMPARE(read.tabs[0].path.titles, tab.path.titles);
    QVERIFY(read.tabs[0].preview);
}

void TestTabMemory::whatIsNotUnderstoodIsLeftOut()
{
    QCOMPARE(tabsFromJson(parsed(R"({"tabs":[{"kind":"dream","titles":["x"]},3],"current":1})")).tabs.size(), 0U);
    QCOMPARE(tabsFromJson(json::Value()).tabs.size(), 0U);
}

void TestTabMemory::aClosedTabIsOpenedAgain()
{
    QVERIFY(!m_console->action(u"tab.reopen"_s)->isEnabled());
    open({u"customers"_s, u"products"_s, u"orders"_s});
    m_console->press(Qt::Key_PageUp, Qt::ControlModifier);
    m_console->press(Qt::Key_W, Qt::ControlModifier);
    m_console->press(Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(m_console->titles(), QStringList(u"customers"_s));
    m_console->press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    m_console->press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_console->titles(), (QStringList{u"customers"_s, u"products"_s, u"orders"_s}));
    QCOMPARE(m_console->window->tabs().current()->path().table, u"products"_s);
    QVERIFY(m_console->rowsAreThere());
    QVERIFY(!m_console->action(u"tab.reopen"_s)->isEnabled());
}

void TestTabMemory::aTabOfAnEndedConnectionWaitsForIt()
{
    open({u"products"_s});
    m_console->action(u"instance.disconnect"_s)->trigger();
    QCOMPARE(m_console->titles(), QStringList());
    m_console->press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_console->titles(), QStringList(u"products"_s));
    QVERIFY(page());
    QVERIFY(!page()->findChild<QPushButton *>(u"load"_s));
    QVERIFY(m_console->connect());
    QTRY_VERIFY(page()->findChild<QPushButton *>(u"load"_s));
}

void TestTabMemory::tabsComeBackWithoutAskingAnything()
{
    open({u"customers"_s, u"products"_s});
    m_console->select(u"orders"_s);
    m_console->press(Qt::Key_Space);
    m_console->press(Qt::Key_PageUp, Qt::ControlModifier);
    QVERIFY(m_console->open());
    const QStringList titles{u"customers"_s, u"products"_s, u"orders, preview"_s};
    QTRY_COMPARE(m_console->titles(), titles);
    QVERIFY(page());
    QCOMPARE(page()->title(), u"products"_s);
    QVERIFY(!page()->findChild<QPushButton *>(u"load"_s)); // nothing is connected

    QVERIFY(m_console->connect());
    int calls = 0;
    countCalls(u"/datatables/"_s, &calls);
    QTRY_VERIFY(page()->findChild<QPushButton *>(u"load"_s));
    m_console->press(Qt::Key_PageDown, Qt::ControlModifier);
    m_console->press(Qt::Key_PageUp, Qt::ControlModifier);
    QTest::qWait(0);
    QCOMPARE(calls, 0);

    page()->setFocus();
    m_console->press(Qt::Key_Space); // the Load button
    QVERIFY(m_console->rowsAreThere());
    QCOMPARE(m_console->titles(), titles);
    QVERIFY(calls > 0);
    m_console->press(Qt::Key_PageUp, Qt::ControlModifier);
    QVERIFY(page());
}

void TestTabMemory::openingFromTheTreeLoads()
{
    open({u"customers"_s, u"products"_s});
    QVERIFY(m_console->open());
    QTRY_COMPARE(m_console->titles().size(), 2);
    QVERIFY(m_console->connect());
    open({u"products"_s});
    QVERIFY(m_console->rowsAreThere());
    QCOMPARE(m_console->titles(), (QStringList{u"customers"_s, u"products"_s}));
}

void TestTabMemory::tabsOutliveAKill()
{
    open({u"products"_s});
    Workspace other(m_console->workspaceFile());
    QByteArray kept;
    const auto look = [&] {
        const auto read = [](QSqlDatabase &database) { return journalentry::read(database, u"tabs"_s); };
        other.ask<QByteArray>(read, &other, [&](const QByteArray &body) { kept = body; });
        return kept.contains("products");
    };
    QTRY_VERIFY_WITH_TIMEOUT(look(), patienceMs);
    m_console->window.reset(); // without being asked to close
    QVERIFY(m_console->open());
    QTRY_COMPARE(m_console->titles(), QStringList(u"products"_s));
}

void TestTabMemory::productionIsLockedWhateverWasRemembered()
{
    open({u"products"_s});
    QVERIFY(m_console->rowsAreThere());
    QCOMPARE(m_console->tab()->editor()->lock().state(), client::WriteLock::State::Open);
    m_console->server.setEnvironment("production");
    QVERIFY(m_console->open());
    QTRY_VERIFY(page());
    QVERIFY(m_console->connect());
    QTRY_VERIFY(page()->findChild<QPushButton *>(u"load"_s));
    page()->findChild<QPushButton *>(u"load"_s)->click();
    QVERIFY(m_console->rowsAreThere());
    QCOMPARE(m_console->tab()->editor()->lock().state(), client::WriteLock::State::Locked);
}

void TestTabMemory::mayBeSwitchedOff()
{
    open({u"products"_s});
    m_console->settings->setValue(u"window/restoreTabs"_s, false);
    QVERIFY(m_console->open());
    QVERIFY(m_console->connect()); // by then they would be there
    QCOMPARE(m_console->titles(), QStringList());
}

TENANTRY_GUI_TEST_MAIN(TestTabMemory)
#include "tst_tabmemory.moc"
