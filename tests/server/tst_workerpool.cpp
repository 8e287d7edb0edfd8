// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/workerpool.h"

#include <QTest>

#include <atomic>
#include <semaphore>

using namespace tenantry::server;

class TestWorkerPool : public QObject
{
    Q_OBJECT

private slots:
    void refusesWhatDoesNotFitTheQueue()
    {
        std::binary_semaphore started{0};
        std::binary_semaphore go{0};
        std::atomic<int> done = 0;
        {
            WorkerPool pool(1, 2);
            QVERIFY(pool.post([&] {
                started.release();
                go.acquire();
                ++done;
            }));
            started.acquire();
            QVERIFY(pool.post([&] { ++done; }));
            QVERIFY(pool.post([&] { ++done; }));
            QVERIFY(!pool.post([&] { ++done; }));
            QCOMPARE(pool.waiting(), std::size_t(2));
            go.release();
        }
        QCOMPARE(done.load(), 3); // the destructor waits for what was taken
    }

    void runsEverythingOnce()
    {
        std::atomic<int> done = 0;
        {
            WorkerPool pool(4, 10'000);
            for (int i = 0; i < 10'000; ++i)
                QVERIFY(pool.post([&] { ++done; }));
        }
        QCOMPARE(done.load(), 10'000);
    }
};

QTEST_APPLESS_MAIN(TestWorkerPool)
#include "tst_workerpool.moc"
