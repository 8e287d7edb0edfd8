// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fetch/fetcher.h"

#include "tests/support/fakeserver.h"

#include <QTest>

#include <atomic>

using namespace tenantry;
using namespace Qt::StringLiterals;

namespace {

constexpr int moment = 200; ///< milliseconds: in which what must not happen would have

/// How requests have ended.
struct Ended
{
    std::atomic<int> well = 0;
    std::atomic<int> badly = 0;
    std::atomic<int> unsent = 0; ///< among them

    void follow(Later<fetch::Answer> later)
    {
        std::move(later).then([this](const Result<fetch::Answer> &answer) {
            ++(answer ? well : badly);
            unsent += !answer && answer.error().code == ErrorCode::RateLimited;
        });
    }
};

} // namespace

class TestFetcher : public QObject
{
    Q_OBJECT

private slots:
    void whatIsTooLargeIsNone_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::addColumn<int>("well");
        QTest::newRow("as large as may be") << 256 * 1024 << 1;
        QTest::newRow("a byte more") << 256 * 1024 + 1 << 0;
    }
    void whatIsTooLargeIsNone()
    {
        QFETCH(int, bytes);
        QFETCH(int, well);
        test::FakeServer server;
        server.on("GET", u"/"_s, {200, QByteArray(bytes, 'a')});
        Ended ended;
        fetch::Fetcher fetcher(fetch::Reach::PublicAndLoopback);
        ended.follow(fetcher.send({server.url().toString() + u'/'}));
        QTRY_COMPARE(ended.well + ended.badly, 1);
        QCOMPARE(ended.well, well);
    }

    /// Hosts that hang hold up the site that asks them, and no other.
    void aSiteHasItsShare()
    {
        test::FakeServer server;
        server.on("GET", u"/"_s, {200, "here"});
        server.hold();
        const QString url = server.url().toString() + u'/';
        Ended ended;
        Ended refused;
        fetch::Fetcher fetcher(fetch::Reach::PublicAndLoopback);
        const auto ask = [&](const QString &site, const QString &host = u"127.0.0.1"_s) {
            return fetcher.send({QString(url).replace(u"127.0.0.1"_s, host), {}, {}, site});
        };
        for (const QString &host : {u"127.0.0.1"_s, u"localhost"_s, u"127.0.0.1"_s})
            ended.follow(ask(u"one"_s, host));
        QTRY_COMPARE(server.received().size(), std::size_t(2));
        QTest::qWait(moment);
        QCOMPARE(server.received().size(), std::size_t(2));
        ended.follow(ask(u"other"_s));
        QTRY_COMPARE(server.received().size(), std::size_t(3));
        // So many wait for one site, and no more.
        for (int i = 0; i < 16; ++i)
            (i < 15 ? ended : refused).follow(ask(u"one"_s));
        QCOMPARE(refused.unsent, 1);
        ended.follow(ask(u"other"_s));
        QTRY_COMPARE(server.received().size(), std::size_t(4));
        QCOMPARE(ended.badly, 0);
        server.release();
        QTRY_COMPARE(ended.well, 3 + 1 + 15 + 1);
        // And goes on afterwards.
        const int before = ended.well;
        ended.follow(ask(u"one"_s));
        QTRY_COMPARE(ended.well, before + 1);
    }

    /// Many sites with one provider do not take all there is.
    void aHostHasItsShare()
    {
        test::FakeServer server;
        server.on("GET", u"/"_s, {200, "here"});
        server.hold();
        const QString url = server.url().toString() + u'/';
        Ended ended;
        fetch::Fetcher fetcher(fetch::Reach::PublicAndLoopback);
        for (int i = 0; i < 6; ++i)
            ended.follow(fetcher.send({url, {}, {}, QString::number(i)}));
        QTRY_COMPARE(server.received().size(), std::size_t(4));
        QTest::qWait(moment);
        QCOMPARE(server.received().size(), std::size_t(4));
        ended.follow(fetcher.send({QString(url).replace(u"127.0.0.1"_s, u"localhost"_s), {}, {}, u"seventh"_s}));
        QTRY_COMPARE(server.received().size(), std::size_t(5));
        server.release();
        QTRY_COMPARE(ended.well, 7);
    }

    /// Otherwise the last of those who wait for a host that hangs would wait for minutes.
    void nobodyWaitsLongerThanForAnAnswer()
    {
        test::FakeServer server;
        server.hold();
        Ended ended;
        fetch::Fetcher fetcher(fetch::Reach::PublicAndLoopback, std::chrono::milliseconds(moment));
        for (int i = 0; i < 9; ++i)
            ended.follow(fetcher.send({server.url().toString()}));
        QTRY_COMPARE(ended.badly, 9);
        QCOMPARE(ended.unsent, 7);
        QCOMPARE(server.received().size(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestFetcher)
#include "tst_fetcher.moc"
