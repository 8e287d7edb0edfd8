// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/aside.h"

#include <QTest>

using namespace tenantry;

class TestAside : public QObject
{
    Q_OBJECT

private slots:
    void worksElsewhereAndAnswersHere();
    void manyAtOnce();
    void aContextThatIsGoneHearsNothing();
};

void TestAside::worksElsewhereAndAnswersHere()
{
    std::optional<std::thread::id> worked;
    std::optional<std::thread::id> answered;
    Aside<std::thread::id>::run([] { return std::this_thread::get_id(); }, this,
                                [&](std::thread::id id) {
                                    worked = id;
                                    answered = std::this_thread::get_id();
                                });
    QVERIFY(!worked); // not before the event loop runs
    QTRY_VERIFY(worked);
    QVERIFY(*worked != std::this_thread::get_id());
    QCOMPARE(*answered, std::this_thread::get_id());
}

void TestAside::manyAtOnce()
{
    int sum = 0;
    for (int i = 1; i <= 50; ++i)
        Aside<int>::run([i] { return i; }, this, [&sum](int answer) { sum += answer; });
    QTRY_COMPARE(sum, 1275);
}

void TestAside::aContextThatIsGoneHearsNothing()
{
    bool called = false;
    bool ended = false;
    auto context = std::make_unique<QObject>();
    Aside<bool>::run([] { return true; }, context.get(), [&](bool) { called = true; });
    context.reset();
    Aside<bool>::run([] { return true; }, this, [&](bool) { ended = true; });
    QTRY_VERIFY(ended);
    QTest::qWait(50); // the first may have been the slower one
    QVERIFY(!called);
}

QTEST_GUILESS_MAIN(TestAside)
#include "tst_aside.moc"
