// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/http/echoserver.h"
#include "tests/server/http/malformedrequests.h"
#include "tests/server/http/tlsclient.h"

#include <openssl/ssl.h>

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tenantry;
using test::EchoServer;
using test::TlsClient;

namespace {

/// A folder with a certificate for "first" and its key.
struct Files
{
    Files() { test::writeCertificate(certificate(), key(), "first"); }

    QString certificate() const { return folder.filePath(u"certificate.pem"_s); }
    QString key() const { return folder.filePath(u"key.pem"_s); }
    http::Server::Options options() const
    {
        http::Server::Options options;
        options.tls = http::TlsFiles{certificate(), key()};
        options.addresses.front().scheme = http::Server::Scheme::Https;
        return options;
    }

    QTemporaryDir folder;
};

} // namespace

class TestTls : public QObject
{
    Q_OBJECT

private slots:
    void answersUnderTls_data()
    {
        QTest::addColumn<int>("newest");
        QTest::addColumn<QByteArray>("protocol");
        QTest::newRow("1.3") << 0 << QByteArray("TLSv1.3");
        QTest::newRow("1.2") << TLS1_2_VERSION << QByteArray("TLSv1.2");
    }

    void answersUnderTls()
    {
        QFETCH(int, newest);
        QFETCH(QByteArray, protocol);
        const Files files;
        const EchoServer echo(files.options());
        TlsClient client(echo.server->port(), newest);
        QVERIFY(client.isEncrypted());
        QCOMPARE(client.protocol(), protocol);
        QCOMPARE(client.serverName(), QByteArray("first"));
        client.send(test::withHead("Content-Length: 5\r\n\r\nhello") + test::get("/b", test::lastOne));
        const std::vector<test::HttpAnswer> answers = test::splitAnswers(client.readToEnd());
        QCOMPARE(answers.size(), std::size_t(2));
        QCOMPARE(answers.at(0).body, QByteArray("/a hello"));
        QCOMPARE(answers.at(1).body, QByteArray("/b "));
    }

    void refusesOldVersions()
    {
        const Files files;
        const EchoServer echo(files.options());
        QVERIFY(!TlsClient(echo.server->port(), TLS1_1_VERSION).isEncrypted());
        QVERIFY(TlsClient(echo.server->port()).isEncrypted());
    }

    void survivesWhatIsNoTls()
    {
        const Files files;
        const EchoServer echo(files.options());
        test::RawClient plain(echo.server->port());
        plain.send(test::get("/a"));
        plain.readToEnd();
        QVERIFY(plain.sawEnd());
        QVERIFY(echo.service.handled().isEmpty());
        QVERIFY(TlsClient(echo.server->port()).isEncrypted());
    }

    void cutsOffWhoNeverShakesHands()
    {
        const Files files;
        http::Server::Options options = files.options();
        options.limits.head = 1ms;
        const EchoServer echo(options);
        test::RawClient silent(echo.server->port());
        silent.send("\x16");
        QVERIFY(silent.readToEnd().isEmpty());
        QVERIFY(silent.sawEnd());
    }

    void carriesLargeBodiesBothWays()
    {
        const Files files;
        EchoServer echo(files.options());
        echo.service.limit = 5'000'000;
        const QByteArray body(3'000'000, 'b');
        TlsClient client(echo.server->port());
        client.send(test::withHead("Content-Length: 3000000\r\n\r\n") + body +
                    test::get("/device/4000000", test::lastOne));
        const std::vector<test::HttpAnswer> answers = test::splitAnswers(client.readToEnd());
        QCOMPARE(answers.size(), std::size_t(2));
        QCOMPARE(answers.at(0).body, "/a " + body);
        QCOMPARE(answers.at(1).body, QByteArray(4'000'000, 'x'));
    }

    void keepsLittleForWhoDoesNotRead()
    {
        const Files files;
        http::Server::Options options = files.options();
        options.limits.pipelined = 4;
        options.limits.unsent = 1'000'000;
        const EchoServer echo(options);
        TlsClient client(echo.server->port());
        client.send(test::get("/bytes/2000000").repeated(29) + test::get("/bytes/2000000", test::lastOne));
        QTRY_VERIFY(!echo.service.handled().isEmpty());
        QVERIFY(TlsClient(echo.server->port()).isEncrypted());
        QVERIFY(echo.service.handled().size() < 15);
        QCOMPARE(test::splitAnswers(client.readToEnd()).size(), std::size_t(30));
    }

    void deliversAnEarlyRefusal()
    {
        const Files files;
        const EchoServer echo(files.options());
        for (int i = 0; i < 10; ++i) {
            TlsClient client(echo.server->port());
            client.send(test::withHead("Content-Length: 8000000\r\n\r\n") + QByteArray(8'000'000, 'a'));
            QCOMPARE(test::parseAnswer(client.readToEnd()).status, 413);
        }
    }

    void answersAClientThatHasEndedItsHalf()
    {
        const Files files;
        EchoServer echo(files.options());
        TlsClient client(echo.server->port());
        client.send(test::get("/held"));
        client.endSending();
        QTRY_COMPARE(echo.service.heldNow(), std::size_t(1));
        QTest::qWait(50);
        echo.service.release();
        QCOMPARE(test::parseAnswer(client.readToEnd()).body, QByteArray("/held "));
    }

    /// Open connections go on with the certificate they began with; new ones get the new one.
    void takesANewCertificateWithoutDroppingAnybody()
    {
        const Files files;
        const EchoServer echo(files.options());
        TlsClient before(echo.server->port());
        QCOMPARE(before.serverName(), QByteArray("first"));
        test::writeCertificate(files.certificate(), files.key(), "second");
        QVERIFY(echo.server->reloadTls());
        TlsClient after(echo.server->port());
        QCOMPARE(after.serverName(), QByteArray("second"));
        before.send(test::get("/a", test::lastOne));
        QCOMPARE(test::parseAnswer(before.readToEnd()).body, QByteArray("/a "));
    }

    void keepsItsCertificateWhenTheNewOneIsNone()
    {
        const Files files;
        const EchoServer echo(files.options());
        QFile file(files.certificate());
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("nonsense");
        file.close();
        QVERIFY(!echo.server->reloadTls());
        QCOMPARE(TlsClient(echo.server->port()).serverName(), QByteArray("first"));
    }

    void refusesFilesThatAreNoCertificateWithItsKey_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("option");
        QTest::newRow("no certificate file") << u"missing.pem"_s << u"key.pem"_s << u"--tls-cert"_s;
        QTest::newRow("no key file") << u"certificate.pem"_s << u"missing.pem"_s << u"--tls-key"_s;
        QTest::newRow("the wrong way round") << u"key.pem"_s << u"certificate.pem"_s << u"--tls-cert"_s;
        QTest::newRow("key of another") << u"certificate.pem"_s << u"other-key.pem"_s << u"--tls-key"_s;
        QTest::newRow("no key") << u"certificate.pem"_s << QString() << u"--tls-key"_s;
        QTest::newRow("no certificate") << QString() << u"key.pem"_s << u"--tls-cert"_s;
    }

    void refusesFilesThatAreNoCertificateWithItsKey()
    {
        QFETCH(QString, certificate);
        QFETCH(QString, key);
        QFETCH(QString, option);
        const Files files;
        test::writeCertificate(files.folder.filePath(u"other.pem"_s), files.folder.filePath(u"other-key.pem"_s), "x");
        const auto inFolder = [&](const QString &name) {
            return name.isEmpty() ? QString() : files.folder.filePath(name);
        };
        http::Server::Options options;
        options.tls = http::TlsFiles{inFolder(certificate), inFolder(key)};
        options.addresses.front().scheme = http::Server::Scheme::Https;
        test::EchoService service;
        const auto server = http::Server::listen(options, service);
        QVERIFY(!server);
        QVERIFY2(server.error().message.contains(option), qPrintable(server.error().message));
    }

    /// There is no session to answer in yet.
    void closesConnectionsThatAreTooMany()
    {
        const Files files;
        http::Server::Options options = files.options();
        options.limits.connections = 1;
        const test::EchoServer echo(options);
        const test::TlsClient first(echo.server->port());
        QVERIFY(first.isEncrypted());
        test::RawClient second(echo.server->port());
        QVERIFY(second.readToEnd().isEmpty());
        QVERIFY(second.sawEnd());
    }
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
