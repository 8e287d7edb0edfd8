// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/guiwatchdog.h"
#include "ui/common/actionregistry.h"
#include "ui/messages/messagelog.h"
#include "ui/requests/requestmodel.h"
#include "ui/tasks/tasklist.h"
#include "ui/window/bottomdocks.h"

#include <QAction>
#include <QClipboard>
#include <QDockWidget>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QTableView>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

/// Tasks, Requests and Messages below the tabs.
class TestDocks : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void keysShowAndHide();
    void oneBehindComesToTheFront();
    void tasksShowWithoutTakingTheFocus();
    void messagesTakeNoFocus();
    void taskIsCancelledFromItsList();
    void logFollowsTheChosenTask();
    void clearLeavesWhatRuns();
    void messageIsCopied();

private:
    QDockWidget *dock(const QString &name) const { return m_window->findChild<QDockWidget *>(name); }
    QTableView *view(const QString &name) const { return m_window->findChild<QTableView *>(name); }
    QAction *taskAction(const QString &name) const { return m_window->findChild<QAction *>(name); }
    QString logText() const { return m_window->findChild<QPlainTextEdit *>(u"taskLog"_s)->toPlainText(); }
    QAction *action(const QString &id) const { return m_registry->action(id); }

    std::unique_ptr<QMainWindow> m_window;
    std::unique_ptr<TaskList> m_tasks;
    std::unique_ptr<RequestModel> m_requests;
    std::unique_ptr<MessageLog> m_messages;
    ActionRegistry *m_registry = nullptr;
    BottomDocks *m_docks = nullptr;
    QLineEdit *m_centre = nullptr;
};

void TestDocks::init()
{
    m_tasks = std::make_unique<TaskList>();
    m_requests = std::make_unique<RequestModel>();
    m_messages = std::make_unique<MessageLog>();
    m_window = std::make_unique<QMainWindow>();
    m_registry = new ActionRegistry(m_window.get());
    m_docks = new BottomDocks(*m_registry, *m_tasks, *m_requests, *m_messages, m_window.get());
    m_centre = new QLineEdit(m_window.get());
    m_window->setCentralWidget(m_centre);
    m_window->resize(1000, 700);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_centre->setFocus();
}

void TestDocks::cleanup()
{
    m_window.reset();
    m_messages.reset();
    m_requests.reset();
    m_tasks.reset();
}

void TestDocks::keysShowAndHide()
{
    QVERIFY(!dock(u"taskDock"_s)->isVisible());
    QVERIFY(action(u"view.tasks"_s)->isCheckable() && !action(u"view.tasks"_s)->isChecked());
    QTest::keyClick(m_centre, Qt::Key_J, Qt::ControlModifier);
    QTRY_VERIFY(dock(u"taskDock"_s)->isVisible());
    QTRY_VERIFY(action(u"view.tasks"_s)->isChecked());
    QTRY_VERIFY(view(u"tasks"_s)->hasFocus());
    QTest::keyClick(view(u"tasks"_s), Qt::Key_J, Qt::ControlModifier);
    QTRY_VERIFY(!dock(u"taskDock"_s)->isVisible());
    QTRY_VERIFY(!action(u"view.tasks"_s)->isChecked());
}

void TestDocks::oneBehindComesToTheFront()
{
    action(u"view.tasks"_s)->trigger();
    action(u"view.messages"_s)->trigger();
    QTRY_VERIFY(view(u"messages"_s)->hasFocus());
    QTRY_VERIFY(dock(u"taskDock"_s)->visibleRegion().isEmpty());
    action(u"view.tasks"_s)->trigger();
    QTRY_VERIFY(view(u"tasks"_s)->hasFocus());
    QTRY_VERIFY(!dock(u"taskDock"_s)->visibleRegion().isEmpty());
    QVERIFY(action(u"view.messages"_s)->isChecked());
}

void TestDocks::tasksShowWithoutTakingTheFocus()
{
    m_docks->showTasks();
    QTRY_VERIFY(dock(u"taskDock"_s)->isVisible());
    m_tasks->start(u"Export"_s, {});
    QCoreApplication::processEvents();
    QVERIFY(m_centre->hasFocus());
}

void TestDocks::messagesTakeNoFocus()
{
    m_messages->add(Message::Severity::Error, u"The server does not answer."_s);
    QCoreApplication::processEvents();
    QVERIFY(m_centre->hasFocus());
    QVERIFY(!dock(u"messageDock"_s)->isVisible());
}

void TestDocks::taskIsCancelledFromItsList()
{
    QAction *cancel = taskAction(u"cancelTask"_s);
    QVERIFY(!cancel->isEnabled() && cancel->toolTip().endsWith(u'.'));
    int asked = 0;
    Task &task = m_tasks->start(u"Export"_s, {}, [&] { ++asked; });
    QVERIFY(cancel->isEnabled());
    cancel->trigger();
    QCOMPARE(asked, 1);
    QVERIFY(!cancel->isEnabled());
    task.fail(Error::make(ErrorCode::Cancelled, u"It was cancelled."_s));
    QVERIFY(!cancel->isEnabled());
    QVERIFY(logText().endsWith("It was cancelled."_L1));
}

void TestDocks::logFollowsTheChosenTask()
{
    Task &first = m_tasks->start(u"Export"_s, {});
    first.report(u"Reading rows."_s);
    QVERIFY(logText().contains("Reading rows."_L1));
    Task &second = m_tasks->start(u"Import"_s, {});
    second.report(u"Writing rows."_s);
    QVERIFY(!logText().contains("Writing rows."_L1)); // the first one runs and stays chosen
    view(u"tasks"_s)->setCurrentIndex(m_tasks->index(1, 0));
    QVERIFY(logText().contains("Writing rows."_L1) && !logText().contains("Reading rows."_L1));
    bool shown = false;
    second.succeed(u"There."_s, [&] { shown = true; });
    QTest::keyClick(view(u"tasks"_s), Qt::Key_Return);
    QVERIFY(shown);
}

void TestDocks::clearLeavesWhatRuns()
{
    Task &ended = m_tasks->start(u"Export"_s, {});
    m_tasks->start(u"Import"_s, {});
    ended.succeed(u"There."_s);
    taskAction(u"clearTasks"_s)->trigger();
    QCOMPARE(m_tasks->rowCount(), 1);
    QVERIFY(!taskAction(u"clearTasks"_s)->isEnabled());
    QVERIFY(!logText().contains("There."_L1));
}

void TestDocks::messageIsCopied()
{
    m_messages->add(Message::Severity::Warning, u"One."_s);
    m_messages->add(Message::Severity::Warning, u"Two."_s);
    QTableView *messages = view(u"messages"_s);
    QVERIFY(!messages->actions().first()->isEnabled());
    messages->setCurrentIndex(m_messages->index(1, 0));
    messages->actions().first()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Two."_s);
    m_messages->clear();
    QVERIFY(!messages->actions().first()->isEnabled());
}

TENANTRY_GUI_TEST_MAIN(TestDocks)
#include "tst_docks.moc"
