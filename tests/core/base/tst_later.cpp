// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/later.h"

#include <QTest>

#include <array>
#include <thread>
#include <vector>

using namespace tenantry;

class TestLater : public QObject
{
    Q_OBJECT

private slots:
    void continuationRunsWhenSettled()
    {
        Promise<int> promise;
        int seen = 0;
        promise.later().map([](Result<int> r) -> Result<int> { return *r * 2; }).then([&](Result<int> r) {
            seen = *r;
        });
        QCOMPARE(seen, 0);
        promise.settle(21);
        QCOMPARE(seen, 42);
    }

    void continuationRunsAtOnceWhenSettledBefore()
    {
        int seen = 0;
        Later<int>(7).then([&](Result<int> r) { seen = *r; });
        QCOMPARE(seen, 7);
    }

    void chains()
    {
        Promise<int> first;
        Promise<QString> second;
        QString seen;
        first.later().andThen([&](int) { return second.later(); }).then([&](Result<QString> r) { seen = *r; });
        first.settle(1);
        QVERIFY(seen.isEmpty());
        second.settle(QStringLiteral("done"));
        QCOMPARE(seen, QStringLiteral("done"));
    }

    void chainsWithoutAValue()
    {
        Promise<void> first;
        int steps = 0;
        Later<void> end = first.later()
                              .map([&](Result<void> r) {
                                  ++steps;
                                  return r;
                              })
                              .andThen([&] {
                                  ++steps;
                                  return Later<int>(2);
                              })
                              .andThen([&](int value) {
                                  steps += value;
                                  return Later<void>(Result<void>());
                              });
        first.settle({});
        QVERIFY(std::move(end).wait());
        QCOMPARE(steps, 4);
    }

    void errorSkipsTheRestOfTheChain()
    {
        bool called = false;
        std::optional<ErrorCode> seen;
        Later<void>(failure(ErrorCode::Conflict, QStringLiteral("taken")))
            .andThen([&] {
                called = true;
                return Later<int>(1);
            })
            .then([&](Result<int> r) { seen = r.error().code; });
        QVERIFY(!called);
        QCOMPARE(seen, ErrorCode::Conflict);
    }

    void firstSettlementCounts()
    {
        Promise<int> promise;
        const Promise<int> copy = promise;
        Later<int> later = promise.later();
        promise.settle(1);
        copy.settle(2);
        QCOMPARE(*std::move(later).wait(), 1);
    }

    void settlesAcrossThreads()
    {
        constexpr int rounds = 2000;
        std::array<Promise<int>, rounds> promises;
        std::vector<Later<int>> laters;
        for (const Promise<int> &promise : promises)
            laters.push_back(promise.later());
        std::atomic<int> sum = 0;
        std::jthread settler([&promises] {
            for (int i = 0; i < rounds; ++i)
                promises[static_cast<std::size_t>(i)].settle(i);
        });
        for (Later<int> &later : laters)
            std::move(later).then([&sum](Result<int> r) { sum += *r; });
        settler.join();
        QCOMPARE(sum.load(), rounds * (rounds - 1) / 2);
    }

    void waitsForAnotherThread()
    {
        Promise<int> promise;
        Later<int> later = promise.later();
        std::jthread settler([promise = std::move(promise)] { promise.settle(5); });
        QCOMPARE(*std::move(later).wait(), 5);
    }

    void droppedPromiseSettlesWithAnError()
    {
        std::optional<Result<int>> seen;
        {
            Promise<int> promise;
            promise.later().then([&](Result<int> r) { seen = std::move(r); });
        }
        QVERIFY(seen.has_value());
        QVERIFY(!seen->has_value());
        QCOMPARE(seen->error().code, ErrorCode::Internal);
    }
};

QTEST_APPLESS_MAIN(TestLater)
#include "tst_later.moc"
