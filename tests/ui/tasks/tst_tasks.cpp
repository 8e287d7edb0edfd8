// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/guiwatchdog.h"
#include "ui/tasks/tasklist.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

class TestTasks : public QObject
{
    Q_OBJECT

private slots:
    void showsWhatGoesOn();
    void endsOnce();
    void cancellingAsksOnceAndWaits();
    void whatCannotBeCancelledGoesOn();
    void failureSaysWhatToDo();
    void runningOnesStay();
    void logIsBounded();
};

void TestTasks::showsWhatGoesOn()
{
    TaskList list;
    QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Task &task = list.start(u"Export of orders"_s, u"Production"_s);
    QCOMPARE(list.runningCount(), 1);
    const auto cell = [&](int column) { return list.index(0, column).data().toString(); };
    QVERIFY(cell(TaskList::TitleColumn).contains(u"Production"_s));
    QCOMPARE(cell(TaskList::ProgressColumn), u"Running"_s);
    QVERIFY(!list.index(0, 0).data(TaskList::ProgressRole).isValid());
    task.report(u"Reading rows."_s);
    task.setProgress(0.425);
    QCOMPARE(cell(TaskList::ActivityColumn), u"Reading rows."_s);
    QCOMPARE(cell(TaskList::ProgressColumn), u"42 %"_s);
    QCOMPARE(list.index(0, 0).data(TaskList::ProgressRole).toDouble(), 0.425);
    task.setProgress(7);
    QCOMPARE(*task.progress(), 1.0);
    QVERIFY(cell(TaskList::DurationColumn).isEmpty());
    task.succeed(u"2,000 rows were written."_s);
    QVERIFY(!cell(TaskList::DurationColumn).isEmpty());
    QCOMPARE(cell(TaskList::ProgressColumn), u"Done"_s);
}

void TestTasks::endsOnce()
{
    TaskList list;
    Task &task = list.start(u"Export"_s, {});
    QSignalSpy ended(&list, &TaskList::ended);
    int shown = 0;
    QVERIFY(!task.hasResult());
    task.succeed(u"It is there."_s, [&] { ++shown; });
    task.fail(Error::make(ErrorCode::Unavailable, u"Too late."_s));
    task.report(u"Still here."_s);
    task.setProgress(0.1);
    QCOMPARE(ended.count(), 1);
    QCOMPARE(task.state(), Task::State::Done);
    QCOMPARE(task.activity(), u"It is there."_s);
    QCOMPARE(*task.progress(), 1.0);
    QCOMPARE(list.runningCount(), 0);
    task.showResult();
    QCOMPARE(shown, 1);
}

void TestTasks::cancellingAsksOnceAndWaits()
{
    TaskList list;
    int asked = 0;
    Task &task = list.start(u"Import"_s, {}, [&] { ++asked; });
    QVERIFY(task.canCancel());
    task.cancel();
    task.cancel();
    QCOMPARE(asked, 1);
    QCOMPARE(task.state(), Task::State::Cancelling);
    QVERIFY(task.isRunning() && !task.canCancel());
    QCOMPARE(list.runningCount(), 1);
    task.fail(Error::make(ErrorCode::Cancelled, u"It was cancelled."_s));
    QCOMPARE(task.state(), Task::State::Cancelled);
    QCOMPARE(list.runningCount(), 0);
}

void TestTasks::whatCannotBeCancelledGoesOn()
{
    TaskList list;
    Task &task = list.start(u"Import"_s, {});
    QVERIFY(!task.canCancel());
    task.cancel();
    QCOMPARE(task.state(), Task::State::Running);
}

void TestTasks::failureSaysWhatToDo()
{
    TaskList list;
    Task &task = list.start(u"Import"_s, {});
    task.fail(Error::make(ErrorCode::Conflict, u"The file has no header."_s, u"Add one, and import it again."_s));
    QCOMPARE(task.state(), Task::State::Failed);
    QCOMPARE(task.activity(), u"The file has no header. Add one, and import it again."_s);
    QCOMPARE(task.log().back().text, task.activity());
}

void TestTasks::runningOnesStay()
{
    TaskList list;
    QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QPointer<Task> running = &list.start(u"Long"_s, {});
    QPointer<Task> oldest;
    for (int i = 0; i < TaskList::mostEnded + 3; ++i) {
        Task &task = list.start(u"Short %1"_s.arg(i), {});
        if (i == 0)
            oldest = &task;
        task.succeed(u"Done."_s);
    }
    QCOMPARE(list.rowCount(), TaskList::mostEnded + 1);
    QTRY_VERIFY(!oldest);
    QCOMPARE(list.rowOf(*running), 0);
    list.clearEnded();
    QCOMPARE(list.rowCount(), 1);
    QVERIFY(running && list.rowOf(*running) == 0);
}

void TestTasks::logIsBounded()
{
    TaskList list;
    Task &task = list.start(u"Import"_s, {});
    for (int i = 0; i < Task::mostLines + 5; ++i)
        task.addLine(QString::number(i));
    QCOMPARE(int(task.log().size()), Task::mostLines);
    QCOMPARE(task.log().front().text, u"5"_s);
    QVERIFY(task.log().front().at.isValid());
}

TENANTRY_GUI_TEST_MAIN(TestTasks)
#include "tst_tasks.moc"
