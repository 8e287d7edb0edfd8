// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/reader.h"
#include "tests/server/http/malformedrequests.h"
#include "tests/server/http/rawclient.h"
#include "tests/server/http/tlsclient.h"
#include "tests/support/childprocess.h"
#include "tests/support/notesite.h"
#include "tests/support/serverfixture.h"
#include "tests/support/testnames.h"

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tenantry;

namespace {

/// The program on a folder of its own, listening where it is told.
struct Server
{
    Server(const QString &listen, const QStringList &more = {})
        : process(test::programDirectory() + u"/tenantry-server"_s,
                  QStringList{u"serve"_s, u"--data"_s, folder.path(), u"--listen"_s, listen} + more)
        , announced(process.firstLine(60s))
        , port(announced.mid(announced.lastIndexOf(':') + 1).toUShort())
    {
    }

    int stop()
    {
        process.send(SIGTERM);
        return process.wait(20s).value_or(-1);
    }

    const QTemporaryDir folder;
    test::ChildProcess process;
    const QByteArray announced;
    const quint16 port;
};

/// The lines of the log about refusals, by status.
QMap<std::int64_t, json::Value> refusalsIn(const QByteArray &log)
{
    QMap<std::int64_t, json::Value> lines;
    for (const QByteArray &line : log.split('\n')) {
        const Result<json::Value> entry = json::read({line.constData(), std::size_t(line.size())});
        if (entry && (*entry)["message"].text() == u"refused unread")
            lines.insert((*entry)["status_code"].integer().value_or(0), *entry);
    }
    return lines;
}

QByteArray healthOver(test::TlsClient &client)
{
    client.send("GET /health/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    return client.readToEnd();
}

} // namespace

/// HTTP as the whole program speaks it: what the tests of server/http show with a service of their own.
class TestHttp : public QObject
{
    Q_OBJECT

private slots:
    void refusesInOneShapeAndTellsTheLog()
    {
        test::ServerFixture server;
        struct Case
        {
            int status;
            QByteArray bytes;
        };
        const QByteArray elevenMebibytes = QByteArray::number(11 * 1024 * 1024);
        const Case cases[]{
            {400, "GET /api/cloud/sites/ HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"},
            {405, "BREW /api/cloud/sites/ HTTP/1.1\r\nHost: a\r\n\r\n"},
            {413, "POST /api/cloud/auth/jwt/token/ HTTP/1.1\r\nHost: localhost\r\nUser-Agent: big\r\nContent-Length: " +
                      elevenMebibytes + "\r\n\r\n"},
            {414, "GET /" + QByteArray(100 * 1024, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n"},
            {431, "GET / HTTP/1.1\r\nHost: a\r\nX: " + QByteArray(100 * 1024, 'a') + "\r\n\r\n"},
        };
        const QByteArrayList secured{
            "X-Content-Type-Options", "X-Frame-Options", "Content-Security-Policy", "Vary", "Referrer-Policy",
            "X-XSS-Protection",       "Cache-Control"};
        const test::HttpAnswer routed = server.client().get("/api/cloud/sites/");
        QMap<int, QByteArray> correlationIds;
        for (const Case &refused : cases) {
            test::RawClient client(server.port());
            client.send(refused.bytes);
            const test::HttpAnswer answer = client.readAnswer();
            QCOMPARE(answer.status, refused.status);
            QCOMPARE(answer.json()["status"].text(), u"error"_s);
            QVERIFY(!answer.json()["message"].text().isEmpty());
            QCOMPARE(answer.json()["correlation_id"].text().toLatin1(), answer.header("X-Correlation-ID"));
            QCOMPARE(answer.header("Connection"), QByteArray("close"));
            for (const QByteArray &name : secured) {
                QVERIFY2(!answer.header(name).isEmpty(), name.constData());
                QCOMPARE(answer.header(name), routed.header(name));
            }
            correlationIds.insert(refused.status, answer.header("X-Correlation-ID"));
        }
        QCOMPARE(server.stop(), 0);
        const QMap<std::int64_t, json::Value> lines = refusalsIn(server.output());
        QCOMPARE(lines.size(), qsizetype(std::size(cases)));
        for (auto line = lines.begin(); line != lines.end(); ++line) {
            QCOMPARE(line.value()["event_type"].text(), u"api_response"_s);
            QCOMPARE(line.value()["remote_addr"].text(), u"127.0.0.1"_s);
            QCOMPARE(line.value()["correlation_id"].text().toLatin1(), correlationIds.value(int(line.key())));
        }
        QCOMPARE(lines.value(413)["user_agent"].text(), u"big"_s);
        QCOMPARE(lines.value(413)["method"].text(), u"POST"_s);
    }

    /// Paths hold what is nobody's business: tokens of invitations, names.
    void logsTheRouteAndNotThePath()
    {
        test::ServerFixture server;
        QCOMPARE(server.client().get("/api/cloud/sites/confidential/").status, 401);
        QCOMPARE(server.client().get("/api/unheard-of/confidential/").status, 404);
        QCOMPARE(server.stop(), 0);
        QVERIFY(server.output().contains("\"/api/cloud/sites/{"));
        QVERIFY(server.output().contains("\"(no route)\""));
        QVERIFY(!server.output().contains("confidential"));
    }

    /// Also what is answered 400, and what the pages refuse; and who looks for holes, whatever is answered.
    void tellsTheSecurityLog()
    {
        test::ServerFixture server;
        const auto client = server.client();
        const auto named = [](const QByteArray &id) { return test::HttpHeaders{{"X-Correlation-ID", id}}; };
        json::Object wrong;
        wrong.set("email", test::ServerFixture::adminEmail);
        wrong.set("username", test::ServerFixture::adminEmail);
        wrong.set("password", "a wrong one");
        QCOMPARE(client.post("/_allauth/app/v1/auth/login", wrong, named("headless")).status, 400);
        QCOMPARE(client.post("/api/auth/jwt/token/", wrong, named("tokens")).status, 401);
        const QByteArray csrf(43, 'a');
        const auto page = client.request("POST", "/accounts/login/",
                                         "login=admin%40tenantry.test&password=a+wrong+one&csrf_token=" + csrf,
                                         {{"X-Correlation-ID", "page"},
                                          {"Content-Type", "application/x-www-form-urlencoded"},
                                          {"Cookie", "csrftoken=" + csrf}});
        QCOMPARE(page.status, 400);
        QCOMPARE(client.get("/accounts/%2e%2e%2f/x", named("traversal")).status, 404);
        QCOMPARE(client.get("/health/", {{"X-Correlation-ID", "scanner"}, {"User-Agent", "sqlmap/1.7"}}).status, 200);
        QCOMPARE(client.get("/health/", {{"X-Correlation-ID", "nobody"}, {"User-Agent", "Mozilla/5.0"}}).status, 200);
        QCOMPARE(client
                     .get("/api/cloud/sites/", {{"X-Correlation-ID", "function"},
                                                {"X-Execution-ID", "run-1"},
                                                {"X-Function-ID", "no good\u00e9"}})
                     .status,
                 401);
        QCOMPARE(server.stop(), 0);
        QMap<QString, QStringList> events;
        json::Value ofFunction;
        for (const QByteArray &line : server.output().split('\n')) {
            const json::Value value = json::read(line.toStdString()).value_or(json::Value());
            if (value["logger"].string() == "security")
                events[value["correlation_id"].text()].append(value["event_type"].text());
            if (value["correlation_id"].string() == "function")
                ofFunction = value;
        }
        const QMap<QString, QStringList> expected{
            {u"headless"_s, {u"auth_failure"_s}},      {u"tokens"_s, {u"auth_failure"_s}},
            {u"page"_s, {u"auth_failure"_s}},          {u"traversal"_s, {u"suspicious_request"_s}},
            {u"scanner"_s, {u"suspicious_request"_s}}, {u"function"_s, {u"auth_failure"_s}}};
        QCOMPARE(events, expected);
        QCOMPARE(ofFunction["execution_id"].text(), u"run-1"_s);
        QVERIFY(ofFunction["function_id"].isNull());
        QVERIFY(!server.output().contains("a wrong one"));
    }

    /// A body between the memory's share and the limit goes through a file and arrives whole.
    void takesABodyThroughAFile()
    {
        test::ServerFixture server;
        json::Object credentials;
        credentials.set("username", test::ServerFixture::adminEmail);
        credentials.set("password", test::ServerFixture::adminPassword);
        credentials.set("padding", QString(6 * 1024 * 1024, u'p'));
        QCOMPARE(server.client().post("/api/cloud/auth/jwt/token/", credentials).status, 200);
    }

    /// Neither the one connection to PostgreSQL there is, nor a snapshot that keeps SQLite's journal growing.
    void whoDoesNotReadHoldsNoConnection_data() { test::engineRows(); }
    void whoDoesNotReadHoldsNoConnection()
    {
        QFETCH(QString, engine);
        test::ServerFixture server(engine, {{u"DATABASE_CONNECTIONS"_s, u"1"_s}});
        const test::NoteSite site(server, u"shop"_s);
        QCOMPARE(site.add(QString(9'000'000, u'x')).status, 201); // more than the kernel takes in between
        std::vector<std::unique_ptr<test::RawClient>> stalled;
        for (int i = 0; i < 8; ++i) {
            stalled.push_back(std::make_unique<test::RawClient>(server.port(), QHostAddress::LocalHost, 4096));
            QVERIFY(stalled.back()->send(site.listRequest()));
            QVERIFY(stalled.back()->readSome().startsWith("HTTP/1.1 200"));
        }
        const QFileInfo journal(server.dataDirectory() + u"/sites/"_s + site.uuid() + u".db-wal"_s);
        for (int i = 0; i < 20; ++i)
            QCOMPARE(site.add(QString(1'000'000, u'y')).status, 201);
        if (engine == u"sqlite"_s)
            QVERIFY2(journal.size() < 16'000'000, qPrintable(QString::number(journal.size())));
    }

    void listensOnIpv6()
    {
        Server server(u"[::1]:0"_s);
        QVERIFY2(server.announced.startsWith("Tenantry is listening on http://[::1]:"), server.announced.constData());
        test::RawClient client(server.port, QHostAddress::LocalHostIPv6);
        client.send("GET /health/ HTTP/1.1\r\nHost: [::1]\r\n\r\n");
        QCOMPARE(client.readAnswer().status, 200);
        QCOMPARE(server.stop(), 0);
    }

    void listensOnSeveralAddresses()
    {
        Server server(u"127.0.0.1:0"_s, {u"--listen"_s, u"[::1]:0"_s});
        QTRY_COMPARE(server.process.output().count("listening on"), 2);
        const QByteArray second = server.process.output().split('\n').at(1);
        QVERIFY2(second.startsWith("Tenantry is listening on http://[::1]:"), second.constData());
        const quint16 port = second.mid(second.lastIndexOf(':') + 1).toUShort();
        test::RawClient clients[]{test::RawClient(server.port),
                                  test::RawClient(port, QHostAddress(QHostAddress::LocalHostIPv6))};
        for (test::RawClient &client : clients) {
            client.send("GET /health/ HTTP/1.1\r\nHost: localhost\r\n\r\n");
            QCOMPARE(client.readAnswer().status, 200);
        }
        QCOMPARE(server.stop(), 0);
    }

    void sendsWhoComesInTheClearToHttps()
    {
        const QTemporaryDir folder;
        const QString certificate = folder.filePath(u"certificate.pem"_s);
        const QString key = folder.filePath(u"key.pem"_s);
        test::writeCertificate(certificate, key, "first");
        Server server(u"127.0.0.1:0"_s,
                      {u"--tls-cert"_s, certificate, u"--tls-key"_s, key, u"--listen-plain"_s, u"127.0.0.1:0"_s});
        QTRY_COMPARE(server.process.output().count("listening on http://127.0.0.1:"), 1);
        const QByteArray second = server.process.output().split('\n').at(1);
        const test::HttpClient plain(second.mid(second.lastIndexOf(':') + 1).toUShort());
        const test::HttpHeaders host{{"Host", "app.tenantry.local"}};

        const test::HttpAnswer moved = plain.get("/api/cloud/sites/?page=2", host);
        QCOMPARE(moved.status, 301);
        QCOMPARE(moved.header("Location"), QByteArray("https://app.tenantry.local/api/cloud/sites/?page=2"));
        QVERIFY(moved.body.isEmpty());
        QVERIFY(!moved.header("X-Correlation-ID").isEmpty());
        QCOMPARE(plain.post("/api/cloud/auth/jwt/token/", json::Object(), host).status, 301);
        QCOMPARE(plain.get("/api/cloud/sites/", {{"Host", "stranger.example"}}).status, 404); // leads nobody astray
        for (const char *path : {"/health/", "/api/health/", "/health/live/"})
            QCOMPARE(plain.get(path, host).status, 200);
        test::TlsClient secure(server.port);
        QCOMPARE(test::parseAnswer(healthOver(secure)).status, 200);
        QCOMPARE(server.stop(), 0);
    }

    void believesAProxyThatSomebodyCameInTheClear()
    {
        const char *path = "/api/cloud/sites/";
        const auto over = [](const char *scheme) { return test::HttpHeaders{{"X-Forwarded-Proto", scheme}}; };
        const test::ServerFixture server(u"sqlite"_s,
                                         {{u"HTTPS_ONLY"_s, u"true"_s}, {u"TRUSTED_PROXIES"_s, u"127.0.0.1"_s}});
        QCOMPARE(server.client().get(path, over("http")).status, 301);
        QCOMPARE(server.client().get(path, over("https")).status, 401);
        QCOMPARE(server.client().get("/health/", over("http")).status, 200);
        const test::ServerFixture trusting(u"sqlite"_s,
                                           {{u"HTTPS_ONLY"_s, u"true"_s}}); // nobody: the header says nothing
        QCOMPARE(trusting.client().get(path, over("https")).status, 301);
        const test::ServerFixture open(u"sqlite"_s, {{u"TRUSTED_PROXIES"_s, u"127.0.0.1"_s}});
        QCOMPARE(open.client().get(path, over("http")).status, 401);
    }

    void speaksTlsAndTakesANewCertificate()
    {
        const QTemporaryDir folder;
        const QString certificate = folder.filePath(u"certificate.pem"_s);
        const QString key = folder.filePath(u"key.pem"_s);
        test::writeCertificate(certificate, key, "first");
        Server server(u"127.0.0.1:0"_s, {u"--tls-cert"_s, certificate, u"--tls-key"_s, key});
        QVERIFY2(server.announced.startsWith("Tenantry is listening on https://127.0.0.1:"),
                 server.announced.constData());
        test::TlsClient before(server.port);
        QCOMPARE(before.serverName(), QByteArray("first"));

        test::writeCertificate(certificate, key, "second");
        server.process.send(SIGHUP);
        QTRY_VERIFY_WITH_TIMEOUT(test::TlsClient(server.port).serverName() == "second", 20'000);
        QFile(certificate).remove();
        server.process.send(SIGHUP);
        QTRY_VERIFY_WITH_TIMEOUT(server.process.output().contains("tls_reload_failed"), 20'000);

        test::TlsClient after(server.port);
        QCOMPARE(after.serverName(), QByteArray("second"));
        for (test::TlsClient *client : {&before, &after}) {
            const test::HttpAnswer answer = test::parseAnswer(healthOver(*client));
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.header("Strict-Transport-Security"),
                     QByteArray("max-age=31536000; includeSubDomains; preload"));
        }
        QCOMPARE(server.stop(), 0);
    }

    void goesOnWhenHungUpWithoutACertificate()
    {
        test::ServerFixture server;
        ::kill(pid_t(server.processId()), SIGHUP);
        QCOMPARE(server.client().get("/health/").status, 200);
        QCOMPARE(server.stop(), 0);
    }

    void doesNotStartWithoutItsCertificate()
    {
        const QTemporaryDir folder;
        Server server(u"127.0.0.1:0"_s, {u"--tls-cert"_s, folder.filePath(u"missing.pem"_s), u"--tls-key"_s,
                                         folder.filePath(u"missing.pem"_s)});
        QCOMPARE(server.process.wait(30s).value_or(-1), 1);
        QVERIFY(server.announced.isEmpty());
        QVERIFY(server.process.errors().contains("--tls-cert"));
    }

    void doesNotStartWhereOneOfItsPortsIsTaken()
    {
        Server first(u"127.0.0.1:0"_s);
        const QString taken = u"127.0.0.1:%1"_s.arg(first.port);
        Server second(u"[::1]:0"_s, {u"--listen"_s, taken});
        QCOMPARE(second.process.wait(30s).value_or(-1), 1);
        QVERIFY(second.announced.isEmpty());
        QVERIFY2(second.process.errors().contains("Another program listens on " + taken.toUtf8()),
                 second.process.errors().constData());
        QCOMPARE(first.stop(), 0);
    }

    void doesNotStartOnATakenPortOfIpv6()
    {
        Server first(u"[::1]:0"_s);
        const QString taken = u"[::1]:%1"_s.arg(first.port);
        Server second(taken);
        QCOMPARE(second.process.wait(30s).value_or(-1), 1);
        QVERIFY(second.process.errors().contains(taken.toUtf8()));
        QCOMPARE(first.stop(), 0);
    }
};

QTEST_GUILESS_MAIN(TestHttp)
#include "tst_http.moc"
