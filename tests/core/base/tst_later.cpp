// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/later.h"

#include <QTest>

using namespace tenantry;

class TestLater : public QObject
{
    Q_OBJECT

private slots:
    void continuationRunsWhenSettled()
    {
        Promise<int> promise;
        int seen = 0;
        promise.later().map([](Result<int> r) -> Result<int> { return *r * 2; }).then([&](Result<int> r) { seen = *r; });
        QCOMPARE(seen, 0);
        promise.settle(21);
        QCOMPARE(seen, 42);
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
