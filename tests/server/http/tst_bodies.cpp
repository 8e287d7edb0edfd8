// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/bodystore.h"
#include "tests/server/http/echoserver.h"
#include "tests/server/http/malformedrequests.h"

#include <QDir>
#include <QTemporaryDir>

using namespace tenantry;
using http::Limits;
using test::EchoServer;
using test::RawClient;

namespace {

/// Takes the chunked coding off; empty when it is wrong or its end is missing.
QByteArray withoutChunks(QByteArray raw)
{
    QByteArray body;
    for (;;) {
        const qsizetype line = raw.indexOf("\r\n");
        bool isNumber = false;
        const qsizetype size = raw.first(std::max<qsizetype>(line, 0)).toLongLong(&isNumber, 16);
        if (!isNumber || raw.mid(line + 2 + size, 2) != "\r\n")
            return {};
        if (size == 0)
            return body;
        body += raw.mid(line + 2, size);
        raw.remove(0, line + 4 + size);
    }
}

QByteArray pattern(int size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (int i = 0; i < size; ++i)
        bytes[i] = char('a' + i % 23);
    return bytes;
}

QByteArray chunked(const QByteArray &body)
{
    QByteArray all;
    for (qsizetype at = 0; at < body.size(); at += 7000) {
        const QByteArray piece = body.mid(at, 7000);
        all += QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n";
    }
    return all + "0\r\nX-Trailer: dropped\r\n\r\n";
}

} // namespace

/// Bodies of requests in memory and in files, bodies of answers from memory and from devices.
class TestBodies : public QObject
{
    Q_OBJECT

private slots:
    void keepsLargeBodiesInFilesWithoutNames_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<bool>("isChunked");
        QTest::addColumn<bool>("inFile");
        for (const bool isChunked : {false, true}) {
            const char *const coding = isChunked ? "chunked" : "length";
            QTest::addRow("none, %s", coding) << 0 << isChunked << false;
            QTest::addRow("at the threshold, %s", coding) << 100'000 << isChunked << false;
            QTest::addRow("above the threshold, %s", coding) << 100'001 << isChunked << true;
            QTest::addRow("much above, %s", coding) << 3'000'000 << isChunked << true;
        }
    }

    void keepsLargeBodiesInFilesWithoutNames()
    {
        QFETCH(int, size);
        QFETCH(bool, isChunked);
        QFETCH(bool, inFile);
        const QTemporaryDir folder;
        Limits limits;
        limits.bodies.folder = folder.path();
        limits.bodies.threshold = 100'000;
        EchoServer echo(limits);
        echo.service.limit = 3'000'000;
        const QByteArray body = pattern(size);
        RawClient client(echo.server->port());
        client.send(isChunked ? test::withHead("Transfer-Encoding: chunked\r\n\r\n") + chunked(body)
                              : test::withHead("Content-Length: " + QByteArray::number(size) + "\r\n\r\n") + body);
        QCOMPARE(client.readAnswer().body, "/a " + body);
        QCOMPARE(echo.service.lastWasInFile(), inFile);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void refusesWhatTheDiskShallNotHold()
    {
        Limits limits;
        limits.bodies.threshold = 1000;
        limits.bodies.quota = 100'000;
        EchoServer echo(limits);
        echo.service.limit = 1'000'000;
        const auto post = [&](int size) { return echo.client().request("POST", "/a", QByteArray(size, 'a')).status; };
        for (int i = 0; i < 3; ++i) // what was handled gives its room back, shortly after its answer
            QTRY_COMPARE(post(90'000), 200);
        QCOMPARE(post(110'000), 503);
        QTRY_COMPARE(post(90'000), 200);
    }

    void refusesWhenItsFolderIsGone()
    {
        Limits limits;
        limits.bodies.threshold = 1000;
        limits.bodies.folder = QStringLiteral("/nowhere/at/all");
        EchoServer echo(limits);
        echo.service.limit = 1'000'000;
        QCOMPARE(echo.client().request("POST", "/a", QByteArray(2000, 'a')).status, 503);
        QCOMPARE(echo.client().request("POST", "/a", QByteArray(1000, 'a')).status, 200);
    }

    /// A request may outlive its server: it keeps what its body needs.
    void keepsABodyAsLongAsItsFile()
    {
        std::unique_ptr<http::BodyFile> file;
        {
            http::BodyStore store({});
            file = *store.open();
            QVERIFY(file->append("abc"));
            QVERIFY(file->append("def"));
            QCOMPARE(store.used(), 6);
        }
        QCOMPARE(*file->bytes(), QByteArray("abcdef"));
    }

    void sendsBodiesOfAnySize_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<int>("size");
        for (const QByteArray &kind : {QByteArray("bytes"), QByteArray("device")}) {
            for (const int size : {0, 1, 32 * 1024, 32 * 1024 + 1, 64 * 1024, 5'000'000})
                QTest::addRow("%s %d", kind.constData(), size) << kind << size;
        }
    }

    void sendsBodiesOfAnySize()
    {
        QFETCH(QByteArray, kind);
        QFETCH(int, size);
        const EchoServer echo;
        RawClient client(echo.server->port());
        const QByteArray path = '/' + kind + '/' + QByteArray::number(size);
        client.send(test::get(path) + test::get("/next") + test::get(path));
        for (int i = 0; i < 2; ++i) {
            const test::HttpAnswer answer = client.readAnswer();
            QCOMPARE(answer.header("Content-Length"), QByteArray::number(size));
            QCOMPARE(answer.body, QByteArray(size, 'x'));
            if (i == 0)
                QCOMPARE(client.readAnswer().body, QByteArray("/next "));
        }
    }

    void sendsSequentialDevicesInChunks_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, 64 * 1024, 5'000'000})
            QTest::addRow("%d", size) << size;
    }

    void sendsSequentialDevicesInChunks()
    {
        QFETCH(int, size);
        const EchoServer echo;
        const QByteArray path = "/stream/" + QByteArray::number(size);
        const test::HttpAnswer answer = echo.client().get(path);
        QCOMPARE(answer.header("Transfer-Encoding"), QByteArray("chunked"));
        QVERIFY(answer.header("Content-Length").isEmpty());
        QCOMPARE(withoutChunks(answer.body), QByteArray(size, 'x'));
        // HTTP/1.0 knows no chunks: the end of the connection is the end of the body.
        RawClient old(echo.server->port());
        old.send("GET " + path + " HTTP/1.0\r\nHost: h\r\n\r\n");
        const test::HttpAnswer plain = test::parseAnswer(old.readToEnd());
        QVERIFY(plain.header("Transfer-Encoding").isEmpty());
        QCOMPARE(plain.body, QByteArray(size, 'x'));
    }

    void answersHeadForDevicesWithoutReadingThem()
    {
        const EchoServer echo;
        RawClient client(echo.server->port());
        client.send("HEAD /device/5000000 HTTP/1.1\r\nHost: h\r\n\r\nHEAD /stream/5000000 HTTP/1.1\r\nHost: h\r\n\r\n" +
                    test::get("/next", test::lastOne));
        const QByteArray raw = client.readToEnd();
        QVERIFY(raw.contains("Content-Length: 5000000\r\n"));
        QVERIFY(raw.contains("Transfer-Encoding: chunked\r\n"));
        QVERIFY(raw.endsWith("\r\n\r\n/next "));
        QVERIFY(!raw.contains("xx"));
    }

    /// A device that fails half way must not look like a whole answer.
    void cutsOffWhenADeviceEndsTooEarly()
    {
        const EchoServer echo;
        RawClient client(echo.server->port());
        client.send(test::get("/short") + test::get("/next"));
        const test::HttpAnswer answer = test::parseAnswer(client.readToEnd());
        QVERIFY(client.sawEnd());
        QCOMPARE(answer.header("Content-Length"), QByteArray("1005000"));
        QVERIFY(answer.body.size() <= 5000);
    }
};

QTEST_GUILESS_MAIN(TestBodies)
#include "tst_bodies.moc"
