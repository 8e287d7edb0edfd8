// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/embeddedserver.h"
#include "tests/support/guiwatchdog.h"
#include "ui/common/actionregistry.h"
#include "ui/common/settings.h"
#include "ui/connections/instances.h"
#include "ui/tasks/tasklist.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QDockWidget>
#include <QMessageBox>
#include <QTreeView>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

namespace {

constexpr int patienceMs = 60'000;
const QString organization = u"Acme (demo)"_s;

} // namespace

/// Loading the demo as a task, with a whole server.
class TestDemoAction : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void loadsAndRefusesTheSecondTime();
    void cancellingRemovesWhatWasMade();
    void oneClickCanBeCancelledAndAskedForAgain();
    void closingTheWindowEndsIt();

private:
    QTreeView *tree() const { return m_window->findChild<QTreeView *>(u"tree"_s); }
    QAction *action(const QString &id) const { return m_window->actions().action(id); }
    QModelIndex find(const QString &text) const;
    Task &task() const { return m_window->tasks().at(m_window->tasks().rowCount() - 1); }
    void ask();
    void begin();
    void waitUntilItFills();
    void cancel();
    void closeWindow();

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void TestDemoAction::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", m_directory->path().toUtf8());
    m_settings = std::make_unique<Settings>(m_directory->filePath(u"console.ini"_s));
    m_window = std::make_unique<MainWindow>([] { return std::make_unique<console::EmbeddedServer>(); }, *m_settings);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestDemoAction::cleanup()
{
    m_window.reset();
    m_settings.reset();
    m_directory.reset();
}

QModelIndex TestDemoAction::find(const QString &text) const
{
    const QAbstractItemModel *model = tree()->model();
    return model->match(model->index(0, 0), Qt::DisplayRole, text, 1, Qt::MatchExactly | Qt::MatchRecursive).value(0);
}

void TestDemoAction::ask()
{
    action(u"instance.loadDemo"_s)->trigger();
    auto *question = m_window->findChild<QMessageBox *>();
    QVERIFY(question);
    QTest::keyClick(question, Qt::Key_Return);
    QTRY_VERIFY(!m_window->findChild<QMessageBox *>());
}

void TestDemoAction::begin()
{
    QVERIFY(!action(u"instance.loadDemo"_s)->isEnabled());
    m_window->startLocal(m_directory->filePath(u"mine"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->instances().isEmpty(), patienceMs);
    ask();
    QVERIFY(!QTest::currentTestFailed());
    QCOMPARE(m_window->tasks().runningCount(), 1);
    QVERIFY(m_window->findChild<QDockWidget *>(u"taskDock"_s)->isVisible());
    QVERIFY(!action(u"instance.loadDemo"_s)->isEnabled()); // not twice at a time
}

void TestDemoAction::waitUntilItFills()
{
    QTRY_VERIFY_WITH_TIMEOUT(task().activity().startsWith("Filling"_L1), patienceMs);
    QVERIFY(task().progress() && *task().progress() > 0 && *task().progress() < 1);
}

void TestDemoAction::cancel()
{
    action(u"view.tasks"_s)->trigger(); // it shows already, so this hides it: cancelling works all the same
    auto *cancel = m_window->findChild<QAction *>(u"cancelTask"_s);
    QVERIFY(cancel->isEnabled());
    cancel->trigger();
    QCOMPARE(task().state(), Task::State::Cancelling);
    QTRY_COMPARE_WITH_TIMEOUT(task().state(), Task::State::Cancelled, patienceMs);

    std::optional<std::int64_t> total;
    m_window->instances().all().front()->api().organizations(1).then(
        this, [&](const auto &page) { total = page ? page->total : -1; });
    QTRY_VERIFY_WITH_TIMEOUT(total, patienceMs);
    QCOMPARE(*total, 0);
}

void TestDemoAction::closeWindow()
{
    m_window->close();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), patienceMs);
}

void TestDemoAction::loadsAndRefusesTheSecondTime()
{
    begin();
    QVERIFY(!QTest::currentTestFailed());
    QTRY_COMPARE_WITH_TIMEOUT(task().state(), Task::State::Done, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(find(organization).isValid(), patienceMs);
    task().showResult();
    QCOMPARE(tree()->currentIndex(), find(organization));
    tree()->expand(find(organization));
    QTRY_COMPARE_WITH_TIMEOUT(tree()->model()->rowCount(find(organization)), 3, patienceMs);

    ask();
    QVERIFY(!QTest::currentTestFailed());
    QTRY_COMPARE_WITH_TIMEOUT(task().state(), Task::State::Failed, patienceMs);
    QVERIFY(task().activity().contains("there already"_L1));
    closeWindow();
}

void TestDemoAction::cancellingRemovesWhatWasMade()
{
    begin();
    QVERIFY(!QTest::currentTestFailed());
    waitUntilItFills();
    QVERIFY(!QTest::currentTestFailed());
    cancel();
    QVERIFY(!QTest::currentTestFailed());
    QVERIFY(action(u"instance.loadDemo"_s)->isEnabled());
    closeWindow();
}

void TestDemoAction::oneClickCanBeCancelledAndAskedForAgain()
{
    action(u"instance.demo"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(m_window->tasks().runningCount(), 1, patienceMs);
    QVERIFY(!action(u"instance.demo"_s)->isEnabled());
    waitUntilItFills();
    QVERIFY(!QTest::currentTestFailed());
    cancel();
    QVERIFY(!QTest::currentTestFailed());
    QVERIFY(action(u"instance.demo"_s)->isEnabled());
    action(u"instance.demo"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(m_window->tasks().rowCount(), 2, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(task().state(), Task::State::Done, patienceMs);
    QVERIFY(!action(u"instance.demo"_s)->isEnabled());
    closeWindow();
}

void TestDemoAction::closingTheWindowEndsIt()
{
    begin();
    QVERIFY(!QTest::currentTestFailed());
    waitUntilItFills();
    QVERIFY(!QTest::currentTestFailed());
    const QPointer<Task> running = &task();
    closeWindow();
    QVERIFY(running);
    QCOMPARE(running->state(), Task::State::Cancelled);
}

TENANTRY_GUI_TEST_MAIN(TestDemoAction)
#include "tst_demoaction.moc"
