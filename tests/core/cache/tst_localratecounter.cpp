// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/localratecounter.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::cache;

class TestLocalRateCounter : public QObject
{
    Q_OBJECT

private:
    Micros m_now = 0;
    Clock m_clock{[this] { return m_now; }};
    LocalRateCounter m_counter{m_clock};

    RateVerdict admit(const QByteArray &key, int events, Micros now)
    {
        m_now = now;
        return m_counter.admit(key, {events, 60});
    }

private slots:
    void admitsUpToTheLimit()
    {
        for (int i = 2; i >= 0; --i) {
            const RateVerdict verdict = admit("limit", 3, 600);
            QVERIFY(verdict.admitted);
            QCOMPARE(verdict.remaining, i);
        }
        const RateVerdict verdict = admit("limit", 3, 610);
        QVERIFY(!verdict.admitted);
        QCOMPARE(verdict.reset, Micros(660));
        QCOMPARE(verdict.retryAfter, Micros(50));
        QCOMPARE(verdict.limit, 3);
    }

    void keepsKeysApart()
    {
        QVERIFY(admit("a", 1, 0).admitted);
        QVERIFY(admit("b", 1, 0).admitted);
        QVERIFY(!admit("a", 1, 1).admitted);
    }

    void slides()
    {
        for (int i = 0; i < 4; ++i)
            QVERIFY(admit("slides", 4, 659).admitted); // at the end of a span
        QVERIFY(!admit("slides", 4, 660).admitted);    // the next span does not begin with a clean sheet
        QVERIFY(!admit("slides", 4, 670).admitted);
        QVERIFY(admit("slides", 4, 675).admitted); // a quarter of what was before has left the window
        QVERIFY(!admit("slides", 4, 676).admitted);
    }

    void forgets()
    {
        QVERIFY(admit("old", 1, 0).admitted);
        QVERIFY(admit("old", 1, 120).admitted);
        QVERIFY(!admit("old", 1, 130).admitted);
        QVERIFY(admit("other", 1, 200'000'000).admitted); // sweeps
        QVERIFY(admit("old", 1, 200'000'000).admitted);
    }
};

QTEST_APPLESS_MAIN(TestLocalRateCounter)
#include "tst_localratecounter.moc"
