// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/http/echoserver.h"
#include "tests/server/http/malformedrequests.h"

#include <future>
#include <thread>

using namespace std::chrono_literals;
using namespace tenantry;
using test::EchoServer;
using test::get;
using test::RawClient;

namespace {

QByteArrayList bodiesOf(const QByteArray &raw)
{
    QByteArrayList bodies;
    for (const test::HttpAnswer &answer : test::splitAnswers(raw))
        bodies.append(answer.body);
    return bodies;
}

} // namespace

/// The way of well-behaved requests and their answers over real connections.
class TestServer : public QObject
{
    Q_OBJECT

private slots:
    void answers()
    {
        const EchoServer echo;
        const test::HttpAnswer answer = echo.client().request("POST", "/a/b", "hello");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, QByteArray("/a/b hello"));
        QVERIFY(answer.header("Date").endsWith(" GMT"));
    }

    void keepsAConnection()
    {
        const EchoServer echo;
        RawClient client(echo.server->port());
        for (int i = 0; i < 100; ++i) {
            client.send(test::withHead("Content-Length: 2\r\n\r\nhi"));
            const test::HttpAnswer answer = client.readAnswer();
            QCOMPARE(answer.body, QByteArray("/a hi"));
            QVERIFY(answer.header("Connection").isEmpty());
        }
    }

    void readsRequestsThatTrickleIn()
    {
        const EchoServer echo;
        RawClient client(echo.server->port());
        for (const QByteArray &request :
             {test::withHead("Content-Length: 5\r\n\r\nhello"),
              test::withHead("Transfer-Encoding: chunked\r\n\r\n3;a=b\r\nhel\r\n2\r\nlo\r\n0\r\nX: y\r\n\r\n")}) {
            for (const char byte : request)
                QVERIFY(client.send({&byte, 1}));
            QCOMPARE(client.readAnswer().body, QByteArray("/a hello"));
        }
    }

    void answersHeadWithoutBody()
    {
        const EchoServer echo;
        const test::HttpAnswer get = echo.client().get("/a");
        const test::HttpAnswer head = echo.client().request("HEAD", "/a");
        QVERIFY(head.body.isEmpty());
        QCOMPARE(head.status, get.status);
        QCOMPARE(head.header("Content-Length"), QByteArray("3"));
        QCOMPARE(head.headers.size(), get.headers.size());
    }

    void answersPipelinedRequestsInTheirOrder()
    {
        EchoServer echo;
        RawClient client(echo.server->port());
        client.send(get("/held/1") + get("/b") + get("/held/2") + get("/c", test::lastOne));
        QTRY_COMPARE(echo.service.heldNow(), std::size_t(2));
        echo.service.release(); // the second first
        QCOMPARE(bodiesOf(client.readToEnd()), QByteArrayList({"/held/1 ", "/b ", "/held/2 ", "/c "}));
    }

    void answersMorePipelinedRequestsThanItReadsAtOnce()
    {
        const EchoServer echo;
        QByteArray requests;
        for (int i = 0; i < 100; ++i)
            requests += get("/" + QByteArray::number(i));
        RawClient client(echo.server->port());
        client.send(requests + get("/last", test::lastOne));
        const QByteArrayList bodies = bodiesOf(client.readToEnd());
        QCOMPARE(bodies.size(), 101);
        for (int i = 0; i < 100; ++i)
            QCOMPARE(bodies.at(i), '/' + QByteArray::number(i) + ' ');
        QCOMPARE(bodies.last(), QByteArray("/last "));
    }

    void continuesWhenAsked_data()
    {
        QTest::addColumn<QByteArray>("framing");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("length") << QByteArray("Content-Length: 3\r\n") << QByteArray("abc");
        QTest::newRow("chunks") << QByteArray("Transfer-Encoding: chunked\r\n") << QByteArray("3\r\nabc\r\n0\r\n\r\n");
    }

    void continuesWhenAsked()
    {
        QFETCH(QByteArray, framing);
        QFETCH(QByteArray, body);
        const EchoServer echo;
        RawClient client(echo.server->port());
        client.send(test::withHead("Expect: 100-continue\r\n" + framing + "\r\n"));
        QCOMPARE(client.readSome(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
        client.send(body);
        QCOMPARE(client.readAnswer().body, QByteArray("/a abc"));
        client.send(test::withHead("Expect: 100-continue\r\n" + framing + "\r\n") + body); // does not wait for it
        QCOMPARE(client.readAnswer().body, QByteArray("/a abc"));
    }

    /// The go-ahead for the second request comes behind the answer to the first.
    void continuesInTurn()
    {
        EchoServer echo;
        RawClient client(echo.server->port());
        client.send(get("/held") + test::withHead("Expect: 100-continue\r\nContent-Length: 3\r\n\r\n"));
        QTRY_COMPARE(echo.service.heldNow(), std::size_t(1));
        echo.service.release();
        QByteArray raw;
        while (!raw.endsWith("100 Continue\r\n\r\n")) {
            const QByteArray piece = client.readSome();
            QVERIFY(!piece.isEmpty());
            raw += piece;
        }
        QVERIFY(raw.startsWith("HTTP/1.1 200 OK\r\n"));
        client.send("abc");
        QCOMPARE(client.readAnswer().body, QByteArray("/a abc"));
    }

    /// Clients may end their half after the last request and wait.
    void answersAClientThatHasEndedItsHalf_data()
    {
        QTest::addColumn<bool>("held");
        QTest::newRow("answered at once") << false;
        QTest::newRow("answered later") << true;
    }

    void answersAClientThatHasEndedItsHalf()
    {
        QFETCH(bool, held);
        EchoServer echo;
        RawClient client(echo.server->port());
        client.send(get("/a") + get(held ? "/held" : "/b"));
        client.endSending();
        if (held) {
            QTRY_COMPARE(echo.service.heldNow(), std::size_t(1));
            QTest::qWait(50); // time to notice the end
            echo.service.release();
        }
        QCOMPARE(bodiesOf(client.readToEnd()), QByteArrayList({"/a ", held ? "/held " : "/b "}));
        QVERIFY(client.sawEnd());
    }

    void closesWhenAClientEndsWithoutAWholeRequest_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("half a head") << QByteArray("GET / HTTP/1.1\r\n");
        QTest::newRow("half a body") << test::withHead("Content-Length: 5\r\n\r\nab");
    }

    void closesWhenAClientEndsWithoutAWholeRequest()
    {
        QFETCH(QByteArray, bytes);
        const EchoServer echo;
        RawClient client(echo.server->port());
        client.send(bytes);
        client.endSending();
        QVERIFY(client.readToEnd().isEmpty());
        QVERIFY(client.sawEnd());
        QVERIFY(echo.service.handled().isEmpty());
    }

    void survivesClientsThatVanish()
    {
        EchoServer echo;
        for (int i = 0; i < 50; ++i) {
            RawClient client(echo.server->port());
            client.send(get(i % 2 ? "/held" : "/bytes/3000000"));
        }
        QTRY_COMPARE(echo.service.heldNow(), std::size_t(25));
        echo.service.release();
        QCOMPARE(echo.client().get("/a").status, 200);
    }

    void finishesWhatRunsWhenItStops()
    {
        EchoServer echo;
        RawClient running(echo.server->port());
        RawClient idle(echo.server->port());
        idle.send(get("/a"));
        QCOMPARE(idle.readAnswer().status, 200);
        running.send(get("/held"));
        QTRY_COMPARE(echo.service.heldNow(), std::size_t(1));
        std::thread stopping([&] { echo.server->stop(20s); });
        QVERIFY(idle.readToEnd().isEmpty()); // the stop has begun
        QVERIFY(idle.sawEnd());
        RawClient late(echo.server->port());
        late.send(get("/late"));
        QVERIFY(late.readToEnd().isEmpty());
        echo.service.release();
        const test::HttpAnswer answer = running.readAnswer();
        QCOMPARE(answer.body, QByteArray("/held "));
        QCOMPARE(answer.header("Connection"), QByteArray("close"));
        running.endSending();
        stopping.join();
        QVERIFY(!echo.service.handled().contains("/late"));
    }

    /// Clients that keep their half of the connection open after their answer do not hold up the end, however long they
    /// would otherwise be given.
    void stopsWithoutWaitingForClientsToClose()
    {
        http::Limits limits;
        limits.drain = 1h;
        EchoServer echo(limits);
        RawClient answered(echo.server->port()); // its last byte goes out while the server runs
        answered.send(get("/a", test::lastOne));
        QCOMPARE(answered.readAnswer().status, 200);
        RawClient running(echo.server->port());
        running.send(get("/held"));
        QTRY_COMPARE(echo.service.heldNow(), std::size_t(1));
        RawClient idle(echo.server->port());
        auto stopped = std::async(std::launch::async, [&] { echo.server->stop(1h); });
        QVERIFY(idle.readToEnd().isEmpty()); // the stop has begun
        echo.service.release();
        QCOMPARE(running.readAnswer().body, QByteArray("/held "));
        const bool inTime = stopped.wait_for(20s) == std::future_status::ready;
        running.endSending();
        answered.endSending();
        QVERIFY(inTime);
    }

    void stopsEvenWhenSomethingNeverEnds()
    {
        EchoServer echo;
        RawClient client(echo.server->port());
        client.send(get("/held"));
        QTRY_COMPARE(echo.service.heldNow(), std::size_t(1));
        echo.server->stop(100ms);
        QVERIFY(client.readToEnd().isEmpty());
        echo.service.release(); // into the void
    }

    void listensOnBothProtocols_data()
    {
        QTest::addColumn<QHostAddress>("address");
        QTest::addColumn<QHostAddress>("from");
        QTest::newRow("IPv4") << QHostAddress(QHostAddress::LocalHost) << QHostAddress(QHostAddress::LocalHost);
        QTest::newRow("IPv6") << QHostAddress(QHostAddress::LocalHostIPv6) << QHostAddress(QHostAddress::LocalHostIPv6);
        QTest::newRow("all of IPv4") << QHostAddress(QHostAddress::AnyIPv4) << QHostAddress(QHostAddress::LocalHost);
        QTest::newRow("all, from IPv6") << QHostAddress(QHostAddress::AnyIPv6)
                                        << QHostAddress(QHostAddress::LocalHostIPv6);
        QTest::newRow("all, from IPv4") << QHostAddress(QHostAddress::AnyIPv6) << QHostAddress(QHostAddress::LocalHost);
    }

    void listensOnBothProtocols()
    {
        QFETCH(QHostAddress, address);
        QFETCH(QHostAddress, from);
        http::Server::Options options;
        options.addresses = {{address}};
        const EchoServer echo(options);
        RawClient client(echo.server->port(), from);
        QVERIFY(client.isConnected());
        client.send(get("/a"));
        QCOMPARE(client.readAnswer().status, 200);
    }

    void listensOnSeveralAddresses_data()
    {
        QTest::addColumn<int>("threads");
        QTest::newRow("one thread each") << 1;
        QTest::newRow("two threads each") << 2;
    }

    void listensOnSeveralAddresses()
    {
        QFETCH(int, threads);
        const QHostAddress addresses[]{QHostAddress(QHostAddress::LocalHost),
                                       QHostAddress(QHostAddress::LocalHostIPv6)};
        http::Server::Options options;
        options.addresses = {{addresses[0]}, {addresses[1]}};
        options.threads = threads;
        options.limits.connections = 2;
        const EchoServer echo(options);
        std::vector<std::unique_ptr<RawClient>> clients;
        for (const std::size_t i : {0U, 1U}) {
            clients.push_back(std::make_unique<RawClient>(echo.server->port(i), addresses[i]));
            clients.back()->send(get("/a"));
            QCOMPARE(clients.back()->readAnswer().status, 200);
        }
        for (const std::size_t i : {0U, 1U}) { // the limits are those of all together
            RawClient third(echo.server->port(i), addresses[i]);
            QCOMPARE(third.readAnswer().status, 503);
        }
    }

    void listensOnAllAddressesOrNone()
    {
        const EchoServer first{http::Limits()};
        http::Server::Options options;
        options.addresses = {{}, {QHostAddress(QHostAddress::LocalHost), first.server->port()}};
        test::EchoService service;
        const auto second = http::Server::listen(options, service);
        QVERIFY(!second);
        QVERIFY(second.error().message.contains(QStringLiteral("127.0.0.1:%1").arg(first.server->port())));
    }

    void sharesAPortBetweenItsThreadsButWithNobodyElse()
    {
        http::Server::Options options;
        options.threads = 3;
        const EchoServer echo(options);
        for (int i = 0; i < 20; ++i)
            QCOMPARE(echo.client().get("/a").status, 200);
        test::EchoService other;
        options.addresses.front().port = echo.server->port();
        for (const int threads : {1, 2}) {
            options.threads = threads;
            const auto second = http::Server::listen(options, other);
            QVERIFY(!second);
            QVERIFY(second.error().message.contains(QStringLiteral("listens on")));
        }
    }
};

QTEST_GUILESS_MAIN(TestServer)
#include "tst_server.moc"
