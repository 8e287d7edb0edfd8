// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/lockout.h"

#include "core/cache/localfailurelocks.h"
#include "core/json/reader.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::identity;
using namespace Qt::StringLiterals;

class TestLockout : public QObject
{
    Q_OBJECT

private:
    Micros m_now = Micros{1'700'000'000} * 1'000'000;
    Clock m_clock{[this] { return m_now; }};
    const QString m_ada = Lockout::pair(u"public"_s, u"ada@example.org"_s, "10.0.0.1");

    void pass(int seconds) { m_now += Micros{seconds} * 1'000'000; }

    static void fail(Lockout &lockout, const QString &pair, int times)
    {
        for (int i = 0; i < times; ++i)
            lockout.failed(pair);
    }

private slots:
    void fiveFailuresLock()
    {
        cache::LocalFailureLocks locks(m_clock);
        Lockout lockout(Lockout::Mode::Enforced, locks);
        fail(lockout, m_ada, 4);
        QVERIFY(lockout.check(m_ada));
        fail(lockout, m_ada, 1);
        const auto locked = lockout.check(m_ada);
        QVERIFY(!locked);
        QCOMPARE(locked.error().code, ErrorCode::RateLimited);
        QCOMPARE(*(*json::read(locked.error().data.toStdString()))["retry_after"].integer(), 300);
        pass(299);
        QVERIFY(!lockout.check(m_ada));
        pass(1);
        QVERIFY(lockout.check(m_ada));
    }

    void failuresFarApartDoNotCount()
    {
        cache::LocalFailureLocks locks(m_clock);
        Lockout lockout(Lockout::Mode::Enforced, locks);
        fail(lockout, m_ada, 4);
        pass(300);
        fail(lockout, m_ada, 4);
        QVERIFY(lockout.check(m_ada));
    }

    void successStartsAfresh()
    {
        cache::LocalFailureLocks locks(m_clock);
        Lockout lockout(Lockout::Mode::Enforced, locks);
        fail(lockout, m_ada, 4);
        lockout.succeeded(m_ada);
        fail(lockout, m_ada, 4);
        QVERIFY(lockout.check(m_ada));
    }

    void onlyThePairIsLocked_data()
    {
        QTest::addColumn<QString>("pair");
        QTest::addColumn<bool>("locked");
        QTest::newRow("itself") << m_ada << true;
        QTest::newRow("letter case") << Lockout::pair(u"public"_s, u"ADA@Example.org"_s, "10.0.0.1") << true;
        QTest::newRow("other address") << Lockout::pair(u"public"_s, u"ada@example.org"_s, "10.0.0.2") << false;
        QTest::newRow("other account") << Lockout::pair(u"public"_s, u"bob@example.org"_s, "10.0.0.1") << false;
        QTest::newRow("same name elsewhere") << Lockout::pair(u"a-site"_s, u"ada@example.org"_s, "10.0.0.1") << false;
    }

    void onlyThePairIsLocked()
    {
        QFETCH(QString, pair);
        QFETCH(bool, locked);
        cache::LocalFailureLocks locks(m_clock);
        Lockout lockout(Lockout::Mode::Enforced, locks);
        fail(lockout, m_ada, 5);
        QCOMPARE(!lockout.check(pair), locked);
    }

    void offNeverLocks()
    {
        cache::LocalFailureLocks locks(m_clock);
        Lockout lockout(Lockout::Mode::Off, locks);
        fail(lockout, m_ada, 50);
        QVERIFY(lockout.check(m_ada));
    }
};

QTEST_APPLESS_MAIN(TestLockout)
#include "tst_lockout.moc"
