// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/middleware/slidingwindow.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::server;

class TestSlidingWindow : public QObject
{
    Q_OBJECT

private slots:
    void admitsUpToTheLimit()
    {
        SlidingWindow window({3, 60});
        for (int i = 2; i >= 0; --i) {
            const SlidingWindow::Verdict verdict = window.admit("a", 600);
            QVERIFY(verdict.admitted);
            QCOMPARE(verdict.remaining, i);
        }
        const SlidingWindow::Verdict verdict = window.admit("a", 610);
        QVERIFY(!verdict.admitted);
        QCOMPARE(verdict.reset, Micros(660));
        QCOMPARE(verdict.limit, 3);
    }

    void keepsKeysApart()
    {
        SlidingWindow window({1, 60});
        QVERIFY(window.admit("a", 0).admitted);
        QVERIFY(window.admit("b", 0).admitted);
        QVERIFY(!window.admit("a", 1).admitted);
    }

    void slides()
    {
        SlidingWindow window({4, 60});
        for (int i = 0; i < 4; ++i)
            QVERIFY(window.admit("a", 659).admitted); // at the end of a span
        QVERIFY(!window.admit("a", 660).admitted);    // the next span does not begin with a clean sheet
        QVERIFY(!window.admit("a", 670).admitted);
        QVERIFY(window.admit("a", 675).admitted); // a quarter of what was before has left the window
        QVERIFY(!window.admit("a", 676).admitted);
    }

    void forgets()
    {
        SlidingWindow window({1, 60});
        QVERIFY(window.admit("a", 0).admitted);
        QVERIFY(window.admit("a", 120).admitted);
    }
};

QTEST_APPLESS_MAIN(TestSlidingWindow)
#include "tst_slidingwindow.moc"
