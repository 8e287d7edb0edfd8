// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/log.h"
#include "server/dispatcher.h"
#include "server/http/server.h"
#include "server/middleware/correlation.h"
#include "tests/server/http/malformedrequests.h"
#include "tests/server/http/rawclient.h"

#include <QTest>

#include <fcntl.h>
#include <semaphore>
#include <unistd.h>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace tenantry;
using http::Limits;
using test::HttpAnswer;
using test::RawClient;

namespace {

/// The server with its dispatcher, and no endpoint: what gets as far as a worker is counted, held while the test says
/// so, and answered 404.
struct Refuser
{
    explicit Refuser(const Limits &limits = {}, std::size_t queue = 100)
        : workers(1, queue)
    {
        http::Server::Options options;
        options.limits = limits;
        auto listening = http::Server::listen(options, dispatcher);
        if (!listening)
            qFatal("%s", qPrintable(listening.error().message));
        listener = std::move(*listening);
        listener->serve();
    }
    ~Refuser()
    {
        go.release(100);
        listener->stop(20s);
        dispatcher.waitUntilIdle(QDeadlineTimer(20'000));
        listener.reset();
    }

    Result<void> handle()
    {
        ++handled;
        if (holding)
            go.acquire();
        return failure(ErrorCode::NotFound, u"There is nothing here."_s);
    }

    const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    const Log log{LogLevel::Info, LogFormat::Json, Clock(), nowhere};
    std::atomic<int> handled = 0;
    std::atomic<bool> holding = false;
    std::counting_semaphore<> go{0};
    const server::Router router;
    ThreadPool workers;
    server::Dispatcher dispatcher{
        router, {server::correlation(), {[this](server::Call &) { return handle(); }, {}}}, workers, log};
    std::unique_ptr<http::Server> listener;
};

HttpAnswer lastAnswer(RawClient &client)
{
    const std::vector<HttpAnswer> answers = test::splitAnswers(client.readToEnd());
    return client.sawEnd() && answers.size() == 1 ? answers.front() : HttpAnswer();
}

/// The shape of every error.
void expectError(const HttpAnswer &answer, int status)
{
    QCOMPARE(answer.status, status);
    QVERIFY(answer.header("Content-Type").startsWith("application/json"));
    const json::Value body = answer.json();
    QCOMPARE(body["status"].text(), u"error"_s);
    QVERIFY(!body["code"].text().isEmpty());
    QVERIFY(!body["message"].text().isEmpty());
    QVERIFY(body.object().contains("data") && body["data"].isNull());
    QVERIFY(!body["correlation_id"].text().isEmpty());
    QCOMPARE(body["correlation_id"].text().toLatin1(), answer.header("X-Correlation-ID"));
}

void expectBusy(const HttpAnswer &answer)
{
    expectError(answer, 503);
    QVERIFY(answer.header("Retry-After").toInt() > 0);
}

const QByteArray request = "GET /a HTTP/1.1\r\nHost: h\r\n\r\n";

} // namespace

/// What a client gets to read whose request reaches no endpoint: the status, and a body as of any other error.
class TestRefusals : public QObject
{
    Q_OBJECT

private slots:
    void malformedRequests_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        test::addMalformedRequests();
    }
    void malformedRequests()
    {
        QFETCH(QByteArray, bytes);
        Refuser refuser;
        RawClient client(refuser.listener->port());
        client.send(bytes + request);
        const HttpAnswer answer = lastAnswer(client);
        expectError(answer, 400);
        QCOMPARE(answer.header("Connection"), QByteArray("close"));
        QCOMPARE(refuser.handled.load(), 0);
    }

    void slowRequests_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("request line") << QByteArray("G");
        QTest::newRow("headers") << QByteArray("GET / HTTP/1.1\r\nHost: h\r\n");
        QTest::newRow("body") << test::withHead("Content-Length: 9\r\n\r\nabc");
        QTest::newRow("chunks") << test::withHead("Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
    }
    void slowRequests()
    {
        QFETCH(QByteArray, start);
        Limits limits;
        limits.idle = limits.head = limits.body = 1ms;
        Refuser refuser(limits);
        RawClient client(refuser.listener->port());
        client.send(start);
        const HttpAnswer answer = lastAnswer(client);
        expectError(answer, 408);
        QCOMPARE(answer.header("Connection"), QByteArray("close"));
        QCOMPARE(refuser.handled.load(), 0);
    }

    void requestsBeyondALimit_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::newRow("body") << test::withHead("Content-Length: 99999999\r\n\r\n") << 413;
        QTest::newRow("chunk") << test::withHead("Transfer-Encoding: chunked\r\n\r\nfffffff\r\n") << 413;
        QTest::newRow("request line") << "GET /" + QByteArray(100'000, 'a') + " HTTP/1.1\r\nHost: h\r\n\r\n" << 414;
        QTest::newRow("headers") << "GET / HTTP/1.1\r\nHost: h\r\nX: " + QByteArray(100'000, 'a') + "\r\n\r\n" << 431;
    }
    void requestsBeyondALimit()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        Refuser refuser;
        RawClient client(refuser.listener->port());
        client.send(bytes);
        const HttpAnswer answer = client.readAnswer();
        expectError(answer, status);
        QCOMPARE(answer.header("Connection"), QByteArray("close"));
        QCOMPARE(refuser.handled.load(), 0);
    }

    void aConnectionTooMany()
    {
        Limits limits;
        limits.connections = 1;
        Refuser refuser(limits);
        RawClient first(refuser.listener->port());
        first.send(request);
        QCOMPARE(first.readAnswer().status, 404);
        RawClient second(refuser.listener->port());
        const HttpAnswer answer = lastAnswer(second);
        expectBusy(answer);
        QCOMPARE(answer.header("Connection"), QByteArray("close"));
    }

    void aRequestTooMany()
    {
        Refuser refuser({}, 1);
        refuser.holding = true;
        RawClient running(refuser.listener->port());
        running.send(request);
        QTRY_COMPARE(refuser.handled.load(), 1);
        RawClient waiting(refuser.listener->port());
        waiting.send(request + request); // the second finds the queue full; answers come in their order
        RawClient refused(refuser.listener->port());
        QTRY_VERIFY_WITH_TIMEOUT(refused.send(request) && refused.readAnswer().status == 503, 20'000);
        refused.send(request);
        const HttpAnswer answer = refused.readAnswer();
        expectBusy(answer);
        QVERIFY(answer.header("Connection").isEmpty()); // it may try again on this one
        refuser.holding = false;
        refuser.go.release(2);
        QCOMPARE(running.readAnswer().status, 404);
        QCOMPARE(waiting.readAnswer().status, 404);
        expectBusy(waiting.readAnswer());
    }

    /// Whoever asked before the stop is answered, and told to come back on another connection, to another server.
    void answersWhileStoppingAreTheLast()
    {
        Refuser refuser;
        refuser.holding = true;
        RawClient client(refuser.listener->port());
        RawClient idle(refuser.listener->port());
        client.send(request);
        QTRY_COMPARE(refuser.handled.load(), 1);
        std::thread stopping([&] { refuser.listener->stop(20s); });
        QVERIFY(idle.readToEnd().isEmpty()); // the stop has begun
        refuser.go.release();
        const HttpAnswer answer = client.readAnswer();
        client.endSending();
        stopping.join();
        expectError(answer, 404);
        QCOMPARE(answer.header("Connection"), QByteArray("close"));
    }
};

QTEST_GUILESS_MAIN(TestRefusals)
#include "tst_refusals.moc"
