// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/http/echoserver.h"
#include "tests/server/http/malformedrequests.h"

using namespace tenantry;
using test::EchoServer;
using test::RawClient;

/// A request that others may read differently is answered 400, the connection ends, and nothing behind it counts.
class TestSmuggling : public QObject
{
    Q_OBJECT

private slots:
    void answersNothingBehindAMalformedRequest_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        test::addMalformedRequests();
    }

    void answersNothingBehindAMalformedRequest()
    {
        QFETCH(QByteArray, bytes);
        const EchoServer echo;
        RawClient client(echo.server->port());
        client.send(bytes + test::get("/smuggled") + test::get("/smuggled/too"));
        const std::vector<test::HttpAnswer> answers = test::splitAnswers(client.readToEnd());
        QVERIFY(client.sawEnd());
        QCOMPARE(answers.size(), std::size_t(1));
        QCOMPARE(answers.front().status, 400);
        QCOMPARE(answers.front().header("Connection"), QByteArray("close"));
        QVERIFY(echo.service.handled().isEmpty());
    }

    /// What stood before it is answered all the same, in its place.
    void answersWhatStoodBefore()
    {
        const EchoServer echo;
        RawClient client(echo.server->port());
        client.send(test::get("/before") + "GET / HTTP/1.1\r\n\r\n" + test::get("/smuggled"));
        const std::vector<test::HttpAnswer> answers = test::splitAnswers(client.readToEnd());
        QCOMPARE(answers.size(), std::size_t(2));
        QCOMPARE(answers.at(0).body, QByteArray("/before "));
        QCOMPARE(answers.at(1).status, 400);
        QCOMPARE(echo.service.handled(), QByteArrayList({"/before"}));
    }

    void readsNothingBehindTheLastRequest_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("Connection: close") << test::get("/a", test::lastOne);
        QTest::newRow("HTTP/1.0") << QByteArray("GET /a HTTP/1.0\r\nHost: h\r\n\r\n");
        QTest::newRow("HTTP/1.0 that would stay")
            << QByteArray("GET /a HTTP/1.0\r\nHost: h\r\nConnection: keep-alive\r\n\r\n");
    }

    void readsNothingBehindTheLastRequest()
    {
        QFETCH(QByteArray, request);
        const EchoServer echo;
        RawClient client(echo.server->port());
        client.send(request + test::get("/smuggled"));
        const std::vector<test::HttpAnswer> answers = test::splitAnswers(client.readToEnd());
        QVERIFY(client.sawEnd());
        QCOMPARE(answers.size(), std::size_t(1));
        QCOMPARE(echo.service.handled(), QByteArrayList({"/a"}));
    }

    /// The body ends where its length or its last chunk says, whatever it looks like.
    void takesNoBodyForARequest_data()
    {
        QTest::addColumn<QByteArray>("request");
        const QByteArray inner = test::get("/smuggled");
        QTest::newRow("length") << "POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: " +
                                       QByteArray::number(inner.size()) + "\r\n\r\n" + inner;
        QTest::newRow("chunks") << "POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n" +
                                       QByteArray::number(inner.size(), 16) + "\r\n" + inner + "\r\n0\r\n\r\n";
    }

    void takesNoBodyForARequest()
    {
        QFETCH(QByteArray, request);
        const EchoServer echo;
        RawClient client(echo.server->port());
        client.send(request + test::get("/b", test::lastOne));
        QCOMPARE(test::splitAnswers(client.readToEnd()).size(), std::size_t(2));
        QCOMPARE(echo.service.handled(), QByteArrayList({"/a", "/b"}));
    }
};

QTEST_GUILESS_MAIN(TestSmuggling)
#include "tst_smuggling.moc"
