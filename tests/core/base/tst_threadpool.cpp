// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/threadpool.h"

#include <QTest>

#include <atomic>
#include <future>
#include <string>

using namespace tenantry;

namespace {

/// Keeps the only thread of a pool busy while it lives.
class Blocker
{
public:
    explicit Blocker(ThreadPool &pool)
    {
        std::promise<void> started;
        const std::shared_future<void> over = m_over.get_future();
        m_posted = pool.post([&started, over] {
            started.set_value();
            over.wait();
        });
        if (m_posted)
            started.get_future().wait();
    }
    ~Blocker() { m_over.set_value(); }

    bool wasPosted() const { return m_posted; }

private:
    std::promise<void> m_over;
    bool m_posted;
};

} // namespace

class TestThreadPool : public QObject
{
    Q_OBJECT

private slots:
    void refusesWhatDoesNotFitTheQueue()
    {
        std::atomic<int> done = 0;
        {
            ThreadPool pool(1, 2);
            Blocker blocker(pool);
            QVERIFY(blocker.wasPosted());
            QVERIFY(pool.post([&] { ++done; }));
            QVERIFY(pool.post([&] { ++done; }));
            QVERIFY(!pool.post([&] { ++done; }));
            QCOMPARE(pool.waiting(), std::size_t(2));
        }
        QCOMPARE(done.load(), 2); // the destructor waits for what was taken
    }

    void runsEverythingOnce()
    {
        std::atomic<int> done = 0;
        {
            ThreadPool pool(4);
            for (int i = 0; i < 10'000; ++i)
                QVERIFY(pool.post([&] { ++done; }, ThreadPool::Lane(i % 1'000)));
        }
        QCOMPARE(done.load(), 10'000);
    }

    void lanesTakeTurns()
    {
        std::string order;
        {
            ThreadPool pool(1);
            Blocker blocker(pool);
            for (const char name : {'a', 'b', 'c'})
                QVERIFY(pool.post([&order, name] { order += name; }, 1));
            QVERIFY(pool.post([&order] { order += 'x'; }, 2));
            QVERIFY(pool.post([&order] { order += 'y'; }, 2));
            QVERIFY(pool.post([&order] { order += 'p'; }, 3));
        }
        QCOMPARE(order, std::string("axpbyc"));
    }

    void noLaneTakesAllOfTheQueue()
    {
        ThreadPool pool(1, 4);
        Blocker blocker(pool);
        QVERIFY(pool.post([] {}, 1));
        QVERIFY(pool.post([] {}, 1));
        QVERIFY(!pool.post([] {}, 1));
        QVERIFY(pool.post([] {}, 2));
    }
};

QTEST_APPLESS_MAIN(TestThreadPool)
#include "tst_threadpool.moc"
