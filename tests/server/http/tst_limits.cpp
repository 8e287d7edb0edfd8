// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/http/echoserver.h"
#include "tests/server/http/malformedrequests.h"

using namespace std::chrono_literals;
using namespace tenantry;
using http::Limits;
using test::EchoServer;
using test::RawClient;

namespace {

QByteArray lineOf(qsizetype size)
{
    const QByteArray start = "GET /";
    const QByteArray end = " HTTP/1.1\r\n";
    return start + QByteArray(size - start.size() - end.size() + 1, 'a') + end; // the limit does not count the LF
}

QByteArray headersOf(qsizetype size)
{
    const QByteArray start = "Host: h\r\nConnection: close\r\nX: ";
    return start + QByteArray(size - start.size() - 4, 'a') + "\r\n\r\n";
}

} // namespace

/// What a client may take of the server, and what becomes of one who wants more.
class TestLimits : public QObject
{
    Q_OBJECT

private slots:
    void drawsTheLineExactly_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const Limits limits;
        const QByteArray host = "Host: h\r\nConnection: close\r\n\r\n";
        QTest::newRow("request line of 64 KiB") << lineOf(limits.sizes.requestLine) + host << 200;
        QTest::newRow("a byte more of request line") << lineOf(limits.sizes.requestLine + 1) + host << 414;
        QTest::newRow("headers of 16 KiB") << "GET / HTTP/1.1\r\n" + headersOf(limits.sizes.headers) << 200;
        QTest::newRow("a byte more of headers") << "GET / HTTP/1.1\r\n" + headersOf(limits.sizes.headers + 1) << 431;
        const auto post = [](int size) {
            return test::withHead("Connection: close\r\nContent-Length: " + QByteArray::number(size) + "\r\n\r\n") +
                   QByteArray(size, 'b');
        };
        QTest::newRow("body of the limit") << post(1000) << 200;
        QTest::newRow("a byte more of body") << post(1001) << 413;
        const auto chunked = [](int size) {
            return test::withHead("Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n") +
                   (QByteArray("64\r\n") + QByteArray(100, 'c') + "\r\n").repeated(size / 100) +
                   (size % 100 > 0 ? "1\r\nd\r\n0\r\n\r\n" : "0\r\n\r\n");
        };
        QTest::newRow("chunks of the limit") << chunked(1000) << 200;
        QTest::newRow("a byte more of chunks") << chunked(1001) << 413;
    }

    void drawsTheLineExactly()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        const EchoServer echo;
        RawClient client(echo.server->port());
        client.send(bytes);
        const std::vector<test::HttpAnswer> answers = test::splitAnswers(client.readToEnd());
        QCOMPARE(answers.size(), std::size_t(1));
        QCOMPARE(answers.front().status, status);
        QCOMPARE(echo.service.handled().size(), status == 200 ? 1 : 0);
    }

    /// Nothing of the body has been sent when the answer comes.
    void refusesALargeBodyBeforeItIsSent_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("plain") << test::withHead("Content-Length: 1001\r\n\r\n");
        QTest::newRow("with Expect") << test::withHead("Expect: 100-continue\r\nContent-Length: 1001\r\n\r\n");
        QTest::newRow("first chunk") << test::withHead("Transfer-Encoding: chunked\r\n\r\n3e9\r\n");
    }

    void refusesALargeBodyBeforeItIsSent()
    {
        QFETCH(QByteArray, head);
        const EchoServer echo;
        RawClient client(echo.server->port());
        client.send(head);
        QCOMPARE(client.readAnswer().status, 413);
        QVERIFY(client.readToEnd().isEmpty());
        QVERIFY(client.sawEnd());
    }

    /// The client is still sending when the refusal goes out, and must see it all the same.
    void deliversAnEarlyRefusal_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<int>("status");
        QTest::newRow("413") << test::withHead("Content-Length: 8000000\r\n\r\n") << 413;
        QTest::newRow("414") << QByteArray("GET /") << 414;
        QTest::newRow("431") << QByteArray("GET / HTTP/1.1\r\nX: ") << 431;
        QTest::newRow("400") << test::withHead("Content-Length: x\r\n\r\n") << 400;
    }

    void deliversAnEarlyRefusal()
    {
        QFETCH(QByteArray, head);
        QFETCH(int, status);
        const EchoServer echo;
        for (int i = 0; i < 10; ++i) {
            RawClient client(echo.server->port());
            QVERIFY(client.send(head + QByteArray(8'000'000, 'a')));
            const test::HttpAnswer answer = client.readAnswer();
            QCOMPARE(answer.status, status);
            QCOMPARE(answer.header("Connection"), QByteArray("close"));
        }
    }

    /// Who never stops sending after a refusal is cut off.
    void drainsNoMoreThanItsBound()
    {
        Limits limits;
        limits.drained = 1'000'000;
        const EchoServer echo(limits);
        RawClient client(echo.server->port());
        QVERIFY(!client.send("GET /" + QByteArray(64 * 1024 * 1024, 'a')));
    }

    void cutsOffWhoIsSlow_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<int>("status");
        QTest::newRow("nothing") << QByteArray() << 0;
        QTest::newRow("request line") << QByteArray("G") << 408;
        QTest::newRow("headers") << QByteArray("GET / HTTP/1.1\r\nHost: h\r\n") << 408;
        QTest::newRow("body") << test::withHead("Content-Length: 9\r\n\r\nabc") << 408;
        QTest::newRow("chunks") << test::withHead("Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n") << 408;
        QTest::newRow("after a whole request") << test::get("/a") << 200;
    }

    void cutsOffWhoIsSlow()
    {
        QFETCH(QByteArray, start);
        QFETCH(int, status);
        Limits limits;
        limits.idle = limits.head = limits.body = 1ms;
        const EchoServer echo(limits);
        RawClient client(echo.server->port());
        QVERIFY(client.send(start));
        const std::vector<test::HttpAnswer> answers = test::splitAnswers(client.readToEnd());
        QVERIFY(client.sawEnd());
        QCOMPARE(answers.size(), std::size_t(status == 0 ? 0 : 1));
        if (status != 0)
            QCOMPARE(answers.front().status, status);
        if (status == 408)
            QCOMPARE(answers.front().header("Connection"), QByteArray("close"));
    }

    /// Each byte of head that trickles in does not buy more time.
    void countsTheTimeOfAHeadAsAWhole()
    {
        Limits limits;
        limits.head = 1ms;
        const EchoServer echo(limits);
        RawClient client(echo.server->port());
        client.send("GET / HTTP/1.1\r\nHost: h\r\n");
        QTRY_VERIFY_WITH_TIMEOUT(!client.send("X: y\r\n"), 20'000);
    }

    /// A handler that takes long is no fault of the client's.
    void waitsForItsOwnAnswers()
    {
        Limits limits;
        limits.idle = limits.head = limits.body = limits.drain = 1ms;
        EchoServer echo(limits);
        RawClient client(echo.server->port());
        client.send(test::get("/held"));
        QTest::qWait(2500); // two looks at the clock
        echo.service.release();
        QCOMPARE(client.readAnswer().body, QByteArray("/held "));
    }

    void readsAheadSoManyRequestsAndNoMore()
    {
        Limits limits;
        limits.pipelined = 5;
        EchoServer echo(limits);
        RawClient client(echo.server->port());
        QByteArray requests;
        for (int i = 0; i < 23; ++i)
            requests += test::get("/held/" + QByteArray::number(i));
        client.send(requests);
        std::size_t got = 0;
        while (got < 23) {
            const std::size_t due = std::min<std::size_t>(5, 23 - got);
            QTRY_COMPARE(echo.service.heldNow(), due);
            echo.service.release(); // the latest first; they arrive in their order all the same
            for (std::size_t i = 0; i < due; ++i, ++got)
                QCOMPARE(client.readAnswer().body, "/held/" + QByteArray::number(got) + ' ');
        }
        QCOMPARE(echo.service.mostHeld(), std::size_t(5));
    }

    /// A client that asks and does not read finds its requests unread; when it reads, all is there.
    void keepsLittleForWhoDoesNotRead_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("bodies") << QByteArray("/bytes/500000");
        QTest::newRow("devices") << QByteArray("/device/500000");
    }

    void keepsLittleForWhoDoesNotRead()
    {
        QFETCH(QByteArray, path);
        Limits limits;
        limits.pipelined = 4;
        limits.unsent = 1'000'000;
        const EchoServer echo(limits);
        RawClient client(echo.server->port(), QHostAddress::LocalHost, 4096);
        constexpr int asked = 60;
        client.send(test::get(path).repeated(asked));
        RawClient other(echo.server->port());
        for (int i = 0; i < 20; ++i) { // meanwhile the server is at everybody's service
            other.send(test::get("/other"));
            QCOMPARE(other.readAnswer().status, 200);
        }
        // What the kernel takes, the bound of unsent bytes, and one round of requests that were read before it was met.
        QVERIFY(echo.service.handled().count(path) < asked / 2);
        for (int i = 0; i < asked; ++i)
            QCOMPARE(client.readAnswer().body.size(), 500'000);
    }

    void refusesMoreConnectionsThanAllowed_data()
    {
        QTest::addColumn<bool>("perAddress");
        QTest::newRow("of one address") << true;
        QTest::newRow("in all") << false;
    }

    void refusesMoreConnectionsThanAllowed()
    {
        QFETCH(bool, perAddress);
        Limits limits;
        (perAddress ? limits.connectionsPerAddress : limits.connections) = 2;
        const EchoServer echo(limits);
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 2; ++i) {
            clients.push_back(std::make_unique<RawClient>(echo.server->port()));
            clients.back()->send(test::get("/a"));
            QCOMPARE(clients.back()->readAnswer().status, 200);
        }
        RawClient third(echo.server->port());
        const test::HttpAnswer answer = third.readAnswer();
        QCOMPARE(answer.status, 503);
        QCOMPARE(answer.header("Connection"), QByteArray("close"));
        QVERIFY(!answer.body.isEmpty());
        QVERIFY(third.readToEnd().isEmpty());
        QVERIFY(third.sawEnd());
        QCOMPARE(echo.service.handled(), (QByteArrayList{"/a", "/a"}));
        clients.clear();
        QTRY_COMPARE(echo.client().get("/c").status, 200);
    }

    void hasTheLimitsItPromises()
    {
        const Limits limits;
        QCOMPARE(limits.sizes.requestLine, 64 * 1024);
        QCOMPARE(limits.sizes.headers, 16 * 1024);
        QCOMPARE(limits.connections, 10'000);
        QCOMPARE(limits.connectionsPerAddress, 1'024);
        QCOMPARE(limits.head, 10s);
        QCOMPARE(limits.idle, 60s);
    }
};

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
