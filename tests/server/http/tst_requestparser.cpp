// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/requestparser.h"
#include "tests/server/http/malformedrequests.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::http;

namespace {

using State = RequestParser::State;

constexpr qint64 bodyLimit = 1000;

/// Feeds `bytes` in pieces of `step`, as a connection does; answers how many were left over.
qsizetype feed(RequestParser &parser, const QByteArray &bytes, qsizetype step)
{
    QByteArray waiting;
    for (qsizetype at = 0; at < bytes.size(); at += step) {
        waiting += bytes.mid(at, step);
        for (;;) {
            const qsizetype taken = parser.feed(waiting);
            waiting.remove(0, taken);
            if (parser.state() == State::HeadRead)
                parser.acceptBody(bodyLimit);
            else if (taken == 0 || parser.state() == State::Complete)
                break;
        }
    }
    return waiting.size();
}

using test::withHead;

} // namespace

class TestRequestParser : public QObject
{
    Q_OBJECT

private slots:
    void readsRequests_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("plain") << QByteArray("GET / HTTP/1.1\r\nHost: h\r\n\r\n") << QByteArray("/") << QByteArray()
                               << QByteArray();
        QTest::newRow("query") << QByteArray("GET /a/b?x=1&y=?2 HTTP/1.1\r\nhost: h:80\r\n\r\n") << QByteArray("/a/b")
                               << QByteArray("x=1&y=?2") << QByteArray();
        QTest::newRow("absolute target") << QByteArray("GET http://h/a?x HTTP/1.1\r\nHost: H\r\n\r\n")
                                         << QByteArray("/a") << QByteArray("x") << QByteArray();
        QTest::newRow("absolute target without path") << QByteArray("GET http://h?x HTTP/1.1\r\nHost: h\r\n\r\n")
                                                      << QByteArray("/") << QByteArray("x") << QByteArray();
        QTest::newRow("length") << withHead("Content-Length: 3\r\n\r\nabc") << QByteArray("/a") << QByteArray()
                                << QByteArray("abc");
        QTest::newRow("chunks") << withHead(
                                       "Transfer-Encoding: Chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nX: t\r\n\r\n")
                                << QByteArray("/a") << QByteArray() << QByteArray("abcde");
        QTest::newRow("no chunks") << withHead("Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n") << QByteArray("/a")
                                   << QByteArray() << QByteArray();
        QTest::newRow("no chunks but trailers")
            << withHead("Transfer-Encoding: chunked\r\n\r\n000;x=\"y\"\r\nX: t\r\nY:\r\n\r\n") << QByteArray("/a")
            << QByteArray() << QByteArray();
        QTest::newRow("empty line before")
            << QByteArray("\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n") << QByteArray("/") << QByteArray() << QByteArray();
        QTest::newRow("HTTP/1.0") << QByteArray("GET / HTTP/1.0\r\nHost: h\r\n\r\n") << QByteArray("/") << QByteArray()
                                  << QByteArray();
    }

    void readsRequests()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, body);
        for (const qsizetype step : {qsizetype(1), qsizetype(7), bytes.size()}) {
            RequestParser parser;
            QCOMPARE(feed(parser, bytes, step), 0);
            QCOMPARE(parser.state(), State::Complete);
            const Request request = parser.take();
            QCOMPARE(request.path, path);
            QCOMPARE(request.query, query);
            QCOMPARE(request.body, body);
        }
    }

    /// Shapes that two parsers may read differently; each is how requests have been smuggled somewhere.
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        test::addMalformedRequests();
    }

    void refuses()
    {
        QFETCH(QByteArray, bytes);
        for (const qsizetype step : {qsizetype(1), bytes.size()}) {
            RequestParser parser;
            feed(parser, bytes, step);
            QCOMPARE(parser.state(), State::Failed);
            QCOMPARE(parser.error().code, ErrorCode::BadRequest);
        }
    }

    void limits_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const QByteArray longLine = "GET /" + QByteArray(70'000, 'a');
        QTest::newRow("request line") << longLine + " HTTP/1.1\r\nHost: h\r\n\r\n" << 414;
        QTest::newRow("request line without end") << longLine << 414;
        QTest::newRow("headers") << withHead("X: " + QByteArray(17'000, 'a') + "\r\n\r\n") << 431;
        QTest::newRow("headers without end") << withHead("X: " + QByteArray(17'000, 'a')) << 431;
        QTest::newRow("announced body") << withHead("Content-Length: 1001\r\n\r\n") << 413;
        QTest::newRow("chunked body") << withHead("Transfer-Encoding: chunked\r\n\r\n3e9\r\n" + QByteArray(1001, 'a'))
                                      << 413;
        QTest::newRow("chunk beyond 64 bits")
            << withHead("Transfer-Encoding: chunked\r\n\r\n10000000000000003\r\n") << 413;
        QTest::newRow("many chunk extensions") << withHead("Transfer-Encoding: chunked\r\n\r\n" +
                                                           ("1;" + QByteArray(1000, 'x') + "\r\na\r\n").repeated(20))
                                               << 400;
        QTest::newRow("many trailers") << withHead("Transfer-Encoding: chunked\r\n\r\n0\r\n" +
                                                   ("X: " + QByteArray(1000, 'x') + "\r\n").repeated(20))
                                       << 400;
        QTest::newRow("chunk header") << withHead("Transfer-Encoding: chunked\r\n\r\n1;" + QByteArray(20'000, 'a'))
                                      << 400;
        QTest::newRow("unknown method") << QByteArray("BREW / HTTP/1.1\r\nHost: h\r\n\r\n") << 405;
    }

    void limits()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        for (const qsizetype step : {qsizetype(1000), bytes.size()}) {
            RequestParser parser;
            feed(parser, bytes, step);
            QCOMPARE(parser.state(), State::Failed);
            QCOMPARE(describe(parser.error().code).status, status);
        }
    }

    void acceptsATargetOfAThousandIds()
    {
        RequestParser parser;
        feed(parser,
             "DELETE /a?ids=" + QByteArray("b3c0f7a6-3e43-4c0e-9a37-d5d6a3f0a6c5,").repeated(1000) +
                 " HTTP/1.1\r\nHost: h\r\n\r\n",
             4096);
        QCOMPARE(parser.state(), State::Complete);
    }

    void leavesTheNextRequestAlone()
    {
        RequestParser parser;
        const QByteArray first = withHead("Content-Length: 3\r\n\r\nabc");
        const QByteArray second = "GET /next HTTP/1.1\r\nHost: h\r\n\r\n";
        QCOMPARE(feed(parser, first + second, first.size() + second.size()), second.size());
        QCOMPARE(parser.take().body, QByteArray("abc"));
        QCOMPARE(feed(parser, second, second.size()), 0);
        QCOMPARE(parser.take().path, QByteArray("/next"));
    }

    void knowsWhetherTheConnectionStays()
    {
        const auto stays = [](const QByteArray &bytes) {
            RequestParser parser;
            feed(parser, bytes, bytes.size());
            return parser.keepAlive();
        };
        QVERIFY(stays("GET / HTTP/1.1\r\nHost: h\r\n\r\n"));
        QVERIFY(!stays("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"));
        QVERIFY(!stays("GET / HTTP/1.0\r\nHost: h\r\n\r\n"));
    }

    void ignoresTrailers()
    {
        RequestParser parser;
        feed(parser, withHead("Transfer-Encoding: chunked\r\n\r\n0\r\nAuthorization: Bearer x\r\n\r\n"), 1000);
        QVERIFY(parser.take().header("Authorization").isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestRequestParser)
#include "tst_requestparser.moc"
