// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/server.h"
#include "tests/support/httpclient.h"

#include <QTcpSocket>
#include <QTest>

#include <thread>

using namespace std::chrono_literals;
using namespace tenantry;
using namespace tenantry::http;

namespace {

/// Answers the path and body it was sent; a path that begins with /slow waits on a thread of its own first.
class EchoService : public Service
{
public:
    ~EchoService() override
    {
        for (std::thread &thread : m_threads)
            thread.join();
    }

    qint64 bodyLimit(const Request &) const override { return 1000; }

    void handle(Request request, Reply reply) override
    {
        Response response;
        response.body = request.path + ' ' + request.body;
        if (!request.path.startsWith("/slow"))
            return reply.send(std::move(response));
        m_threads.emplace_back([reply, response] {
            std::this_thread::sleep_for(300ms);
            reply.send(response);
        });
    }

    Response refusal(const Error &error) const override
    {
        Response response;
        response.status = describe(error.code).status;
        response.body = error.message.toUtf8();
        return response;
    }

private:
    std::vector<std::thread> m_threads; ///< of one I/O thread
};

/// A server with an EchoService.
struct EchoServer
{
    explicit EchoServer(const Limits &limits = {}, int threads = 1)
    {
        Server::Options options;
        options.limits = limits;
        options.threads = threads;
        auto listening = Server::listen(options, service);
        if (!listening)
            qFatal("%s", qPrintable(listening.error().message));
        server = std::move(*listening);
        server->serve();
    }

    test::HttpClient client() const { return test::HttpClient(server->port()); }

    EchoService service;
    std::unique_ptr<Server> server;
};

QByteArray get(const QByteArray &path, const QByteArray &more = {})
{
    return "GET " + path + " HTTP/1.1\r\nHost: h\r\n" + more + "\r\n";
}

/// The bodies of answers that came one after the other.
QByteArrayList bodiesOf(QByteArray raw)
{
    QByteArrayList bodies;
    while (!raw.isEmpty()) {
        const qsizetype headEnd = raw.indexOf("\r\n\r\n") + 4;
        const qsizetype length = test::parseAnswer(raw).header("Content-Length").toLongLong();
        bodies.append(raw.mid(headEnd, length));
        raw.remove(0, headEnd + length);
    }
    return bodies;
}

} // namespace

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

    void answersHeadWithoutBody()
    {
        const EchoServer echo;
        const test::HttpAnswer answer = echo.client().request("HEAD", "/a");
        QCOMPARE(answer.header("Content-Length"), QByteArray("3"));
        QVERIFY(answer.body.isEmpty());
    }

    void answersPipelinedRequestsInTheirOrder()
    {
        const EchoServer echo;
        const QByteArray raw =
            echo.client().exchange(get("/slow") + get("/b") + get("/slow/2") + get("/c", "Connection: close\r\n"));
        QCOMPARE(bodiesOf(raw), QByteArrayList({"/slow ", "/b ", "/slow/2 ", "/c "}));
    }

    void answersMorePipelinedRequestsThanItReadsAtOnce()
    {
        const EchoServer echo;
        QByteArray requests;
        for (int i = 0; i < 100; ++i)
            requests += get("/" + QByteArray::number(i));
        const QByteArrayList bodies =
            bodiesOf(echo.client().exchange(requests + get("/last", "Connection: close\r\n")));
        QCOMPARE(bodies.size(), 101);
        QCOMPARE(bodies.last(), QByteArray("/last "));
    }

    void continuesWhenAsked()
    {
        const EchoServer echo;
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), echo.server->port());
        QVERIFY(socket.waitForConnected());
        socket.write("POST /a HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
        QVERIFY(socket.waitForReadyRead());
        QCOMPARE(socket.readAll(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
        socket.write("abc");
        QVERIFY(socket.waitForReadyRead());
        QCOMPARE(test::parseAnswer(socket.readAll()).body, QByteArray("/a abc"));
    }

    /// The client is still sending when the refusal goes out, and must see it all the same.
    void deliversAnEarlyRefusal_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<int>("status");
        QTest::newRow("413") << QByteArray("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 8000000\r\n\r\n") << 413;
        QTest::newRow("414") << QByteArray("GET /") << 414;
        QTest::newRow("431") << QByteArray("GET / HTTP/1.1\r\nX: ") << 431;
    }

    void deliversAnEarlyRefusal()
    {
        QFETCH(QByteArray, head);
        QFETCH(int, status);
        const EchoServer echo;
        for (int i = 0; i < 10; ++i) {
            const test::HttpAnswer answer =
                test::parseAnswer(echo.client().exchange(head + QByteArray(8'000'000, 'a'), 3000));
            QCOMPARE(answer.status, status);
            QCOMPARE(answer.header("Connection"), QByteArray("close"));
        }
    }

    void closesWhatStaysSilent()
    {
        Limits limits;
        limits.idle = limits.head = limits.body = limits.drain = 1ms;
        const EchoServer echo(limits);
        for (const QByteArray &start :
             {QByteArray("G"), QByteArray("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\n")}) {
            QTcpSocket socket;
            socket.connectToHost(QStringLiteral("127.0.0.1"), echo.server->port());
            QVERIFY(socket.waitForConnected());
            socket.write(start);
            QVERIFY(socket.waitForDisconnected(10'000));
        }
    }

    void refusesMoreConnectionsThanAllowed()
    {
        Limits limits;
        limits.connectionsPerAddress = 2;
        const EchoServer echo(limits);
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < 2; ++i) {
            sockets.push_back(std::make_unique<QTcpSocket>());
            sockets.back()->connectToHost(QStringLiteral("127.0.0.1"), echo.server->port());
            QVERIFY(sockets.back()->waitForConnected());
            sockets.back()->write(get("/a"));
            QVERIFY(sockets.back()->waitForReadyRead());
        }
        QVERIFY(echo.client().exchange(get("/b"), 5000).isEmpty());
        sockets.clear();
        QTRY_COMPARE(echo.client().get("/c").status, 200);
    }

    void finishesWhatRunsWhenItStops()
    {
        EchoServer echo;
        QByteArray slow;
        std::thread client([&] { slow = echo.client().exchange(get("/slow")); });
        std::this_thread::sleep_for(100ms);
        echo.server->stop(5s);
        client.join();
        QCOMPARE(test::parseAnswer(slow).body, QByteArray("/slow "));
        QCOMPARE(test::parseAnswer(slow).header("Connection"), QByteArray("close"));
        QVERIFY(echo.client().exchange(get("/late"), 1000).isEmpty());
    }

    void sharesAPortBetweenItsThreadsButWithNobodyElse()
    {
        const EchoServer echo({}, 3);
        for (int i = 0; i < 20; ++i)
            QCOMPARE(echo.client().get("/a").status, 200);
        EchoService other;
        Server::Options options;
        options.port = echo.server->port();
        for (const int threads : {1, 2}) {
            options.threads = threads;
            const auto second = Server::listen(options, other);
            QVERIFY(!second);
            QVERIFY(second.error().message.contains(QStringLiteral("listens on")));
        }
    }
};

QTEST_GUILESS_MAIN(TestServer)
#include "tst_server.moc"
