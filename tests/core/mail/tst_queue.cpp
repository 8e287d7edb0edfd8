// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/outbox.h"
#include "core/mail/queue.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testsite.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

namespace {

constexpr Micros second = 1'000'000;
constexpr Micros minute = 60 * second;
constexpr Micros begin = 1'700'000'000 * second;

mail::Message message(const QString &to = u"ada@example.org"_s)
{
    return {.to = to, .subject = u"Hello"_s, .body = u"A key."_s, .kind = u"test"_s};
}

Result<void> leave(sql::Database &database, const mail::Message &message)
{
    return database.write([=](sql::Transaction &transaction) { return mail::enqueue(transaction, message, begin); })
        .wait();
}

std::optional<mail::Waiting> claim(sql::Database &database, Micros now)
{
    return test::expectValue(
        database.write([=](sql::Transaction &transaction) { return mail::claim(transaction, now, now + 3 * minute); }));
}

bool fail(sql::Database &database, const mail::Waiting &waiting, Micros now)
{
    return test::expectValue(database.write(
        [=](sql::Transaction &transaction) { return mail::noteFailed(transaction, waiting, u"not now"_s, now); }));
}

void deliver(sql::Database &database, const mail::Waiting &waiting, Micros now)
{
    test::expectValue(
        database.write([=](sql::Transaction &transaction) { return mail::noteDelivered(transaction, waiting, now); }));
}

} // namespace

/// The queue of a database, the platform's and a site's alike.
class TestQueue : public QObject
{
    Q_OBJECT

    test::SharedEngines m_engines;
    test::TestSites m_sites;

    static void rows()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<bool>("ofSite");
        for (const QString &engine : test::engineNames()) {
            QTest::addRow("%s, a site", qPrintable(engine)) << engine << true;
            if (engine == u"sqlite"_s)
                QTest::addRow("%s, the platform", qPrintable(engine)) << engine << false;
        }
    }
    std::unique_ptr<test::TestEngine> m_own; ///< of one test, since a deployment has one platform

    std::shared_ptr<sql::Database> database(const QString &engine, bool ofSite)
    {
        if (ofSite)
            return m_engines[engine].migratedSite();
        m_own = std::make_unique<test::TestEngine>(engine);
        return m_own->migratedPlatform();
    }

private slots:
    void givesEachMailOnce_data() { rows(); }
    void givesEachMailOnce()
    {
        QFETCH(QString, engine);
        QFETCH(bool, ofSite);
        const auto database = this->database(engine, ofSite);
        QVERIFY(leave(*database, message()));
        QVERIFY(leave(*database, message(u"bea@example.org"_s)));
        const auto first = claim(*database, begin);
        const auto other = claim(*database, begin);
        QVERIFY(first && other && !claim(*database, begin));
        QCOMPARE(first->message.to, u"ada@example.org"_s);
        QCOMPARE(first->message.body, u"A key."_s);
        QCOMPARE(first->message.kind, u"test"_s);
        QCOMPARE(other->message.to, u"bea@example.org"_s);

        // What it said is forgotten with its delivery; that it was sent is not.
        deliver(*database, *first, begin + second);
        QCOMPARE(test::readText(*database, "SELECT body FROM {mail_outbox} WHERE recipient = 'ada@example.org'"),
                 QString());
        QVERIFY(test::expectValue(database->read([](sql::Session &session) {
            return mail::wasEnqueued(session, u"test"_s, u"ada@example.org"_s, begin - 1);
        })));
        QVERIFY(!test::expectValue(database->read(
            [](sql::Session &session) { return mail::wasEnqueued(session, u"test"_s, u"ada@example.org"_s, begin); })));
        QVERIFY(test::expectValue(database->read(mail::holdsMail)));
        deliver(*database, *other, begin + second);
        QVERIFY(!test::expectValue(database->read(mail::holdsMail)));
    }

    void whoDiesLeavesItToOthers_data() { rows(); }
    void whoDiesLeavesItToOthers()
    {
        QFETCH(QString, engine);
        QFETCH(bool, ofSite);
        const auto database = this->database(engine, ofSite);
        QVERIFY(leave(*database, message()));
        const auto lost = claim(*database, begin);
        QVERIFY(!claim(*database, begin + 3 * minute - 1));
        const auto again = claim(*database, begin + 3 * minute);
        QVERIFY(lost && again);
        QCOMPARE(again->attempt, 2);
        // Who comes late changes nothing.
        QVERIFY(!fail(*database, *lost, begin + 3 * minute));
        QVERIFY(!claim(*database, begin + 4 * minute));
        deliver(*database, *again, begin + 4 * minute);
        QVERIFY(!fail(*database, *again, begin + 4 * minute));
        QVERIFY(!claim(*database, begin + 400 * minute));
    }

    void triesWithGrowingPausesAndGivesUp_data() { rows(); }
    void triesWithGrowingPausesAndGivesUp()
    {
        QFETCH(QString, engine);
        QFETCH(bool, ofSite);
        const auto database = this->database(engine, ofSite);
        QVERIFY(leave(*database, message()));
        Micros now = begin;
        Micros lastPause = 0;
        for (int attempt = 1; attempt <= mail::mostAttempts; ++attempt) {
            const auto waiting = claim(*database, now);
            QVERIFY(waiting);
            QCOMPARE(waiting->attempt, attempt);
            const bool last = attempt == mail::mostAttempts;
            QCOMPARE(fail(*database, *waiting, now), last);
            const QString due = test::readText(*database, "SELECT due_at FROM {mail_outbox}");
            if (last)
                break;
            const Micros pause = due.toLongLong() - now;
            QVERIFY(pause > lastPause);
            QVERIFY(!claim(*database, now + pause - 1));
            lastPause = pause;
            now += pause;
        }
        QVERIFY(now - begin > 20 * 60 * minute);
        QVERIFY(!claim(*database, now + 10'000 * minute));
        QCOMPARE(test::readText(*database, "SELECT body FROM {mail_outbox}"), QString());
        QCOMPARE(test::readText(*database, "SELECT problem FROM {mail_outbox}"), u"not now"_s);
    }

    void refusesWhereNoMailCanGo_data() { rows(); }
    void refusesWhereNoMailCanGo()
    {
        QFETCH(QString, engine);
        QFETCH(bool, ofSite);
        const auto database = this->database(engine, ofSite);
        const Result<void> left = leave(*database, message(u"ada@example.org\r\nBcc: eve@example.org"_s));
        QVERIFY(!left);
        QCOMPARE(left.error().fields.front().path, u"email"_s);
        QVERIFY(!claim(*database, begin));
    }

    void whatIsNotCommittedIsNotSent_data() { test::engineRows(); }
    void whatIsNotCommittedIsNotSent()
    {
        QFETCH(QString, engine);
        const test::TestSite &sites = m_sites.on(engine);
        const auto platform = m_engines[engine].migratedPlatform();
        Micros now = begin;
        const Clock clock([&now] { return now; });
        const mail::Outbox outbox(*platform, clock);
        QStringList told;
        outbox.setListener([&](const QString &uuid) { told.append(uuid); });
        const Site site = sites.site();
        const auto post = [&](bool succeeds) {
            return outbox
                .write(&site,
                       [=](sql::Transaction &transaction) -> Result<void> {
                           TRY(mail::enqueue(transaction, message(), begin));
                           return succeeds ? Result<void>() : failure(ErrorCode::Conflict, u"no"_s);
                       })
                .wait();
        };
        const auto holds = [](const Site &site) { return test::expectValue(site.read(mail::holdsMail)); };
        QVERIFY(!post(false));
        QVERIFY(told.isEmpty() && !holds(site));
        QVERIFY(post(true));
        QCOMPARE(told, QStringList{site.uuid()});
        QVERIFY(holds(site) && !holds(sites.otherSite()));

        // The platform remembers which site it was, until nothing that was begun then can still be under way.
        const auto marked = [&] { return test::expectValue(outbox.marked(QString(), 10)); };
        QCOMPARE(marked().size(), std::size_t(1));
        QCOMPARE(marked().front().uuid, site.uuid());
        QVERIFY(outbox.unmark(marked().front()));
        QCOMPARE(marked().size(), std::size_t(1));
        const mail::MarkedSite before = marked().front();
        now += 16 * minute;
        QVERIFY(post(true)); // meanwhile there is more
        QVERIFY(outbox.unmark(before));
        QCOMPARE(marked().size(), std::size_t(1));
        now += 16 * minute;
        QVERIFY(outbox.unmark(marked().front()));
        QVERIFY(marked().empty());
    }
};

QTEST_GUILESS_MAIN(TestQueue)
#include "tst_queue.moc"
