// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/wakeup.h"

#include <QTest>
#include <QThread>

#include <mutex>
#include <thread>
#include <vector>

using namespace tenantry;

class TestWakeUp : public QObject
{
    Q_OBJECT

private slots:
    void callsItsOwnThread();
    void losesNothingThatManyThreadsBring();
    void manyCallsShareARun();
    void isSilentOnceStopped();
};

void TestWakeUp::callsItsOwnThread()
{
    QThread *calledOn = nullptr;
    WakeUp wakeUp([&] { calledOn = QThread::currentThread(); });
    std::thread([&] { wakeUp.wake(); }).join();
    QTRY_COMPARE(calledOn, QThread::currentThread());
}

void TestWakeUp::losesNothingThatManyThreadsBring()
{
    constexpr int each = 2000;
    std::mutex mutex;
    int waiting = 0;
    int seen = 0;
    WakeUp wakeUp([&] {
        const std::lock_guard lock(mutex);
        seen += std::exchange(waiting, 0);
    });
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int n = 0; n < each; ++n) {
                {
                    const std::lock_guard lock(mutex);
                    ++waiting;
                }
                wakeUp.wake();
            }
        });
    }
    QTRY_COMPARE(seen, 4 * each);
    for (std::thread &thread : threads)
        thread.join();
}

void TestWakeUp::manyCallsShareARun()
{
    int runs = 0;
    WakeUp wakeUp([&] { ++runs; });
    for (int i = 0; i < 100; ++i)
        wakeUp.wake();
    QTRY_COMPARE(runs, 1);
    QTest::qWait(20);
    QCOMPARE(runs, 1);
}

void TestWakeUp::isSilentOnceStopped()
{
    bool called = false;
    WakeUp wakeUp([&] { called = true; });
    wakeUp.wake();
    wakeUp.stop();
    wakeUp.wake();
    QTest::qWait(20);
    QVERIFY(!called);
}

QTEST_GUILESS_MAIN(TestWakeUp)
#include "tst_wakeup.moc"
