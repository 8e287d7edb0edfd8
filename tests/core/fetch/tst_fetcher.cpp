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

    /// A host that hangs holds up who asks it, and nobody else.
    void aHostIsAskedOneThingAtATime()
    {
        test::FakeServer server;
        server.on("GET", u"/"_s, {200, "here"});
        server.hold();
        const QString url = server.url().toString() + u'/';
        Ended ended;
        Ended refused;
        fetch::Fetcher fetcher(fetch::Reach::PublicAndLoopback);
        for (int i = 0; i < 9; ++i)
            ended.follow(fetcher.send({url}));
        QTRY_COMPARE(server.received().size(), std::size_t(1));
        QTest::qWait(moment);
        QCOMPARE(server.received().size(), std::size_t(1));
        ended.follow(fetcher.send({QString(url).replace(u"127.0.0.1"_s, u"localhost"_s)}));
        QTRY_COMPARE(server.received().size(), std::size_t(2));
        // So many wait for one host, and no more.
        for (int i = 0; i < 32; ++i)
            (i < 24 ? ended : refused).follow(fetcher.send({url}));
        QCOMPARE(refused.unsent, 8);
        QCOMPARE(ended.badly, 0);
        server.release();
        QTRY_COMPARE(ended.well, 9 + 1 + 24);
        QCOMPARE(server.received().size(), std::size_t(9 + 1 + 24));
        // And it is asked again afterwards.
        ended.follow(fetcher.send({url}));
        QTRY_COMPARE(ended.well, 9 + 1 + 24 + 1);
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
        QCOMPARE(ended.unsent, 8);
        QCOMPARE(server.received().size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestFetcher)
#include "tst_fetcher.moc"
