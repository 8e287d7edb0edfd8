// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/config.h"
#include "core/mail/carrier.h"
#include "tests/support/smtpserver.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;
using test::SmtpServer;

namespace {

mail::Envelope envelope()
{
    const mail::Waiting waiting{
        7, {.to = u"ada@example.org"_s, .subject = u"Hello"_s, .body = u"One.\n.\n..two"_s, .kind = u"test"_s}, 1, 1};
    return *mail::compose(*mail::Sender::parse(u"shop@example.org"_s), waiting, u"platform"_s);
}

Config configFor(const SmtpServer &server)
{
    Config config;
    config.smtpUrl = server.url();
    config.smtpStartTls = u"off"_s;
    return config;
}

} // namespace

class TestCarrier : public QObject
{
    Q_OBJECT

    std::atomic<bool> m_stopping = false;

    /// A file of what is trusted.
    static QString trusting(const QByteArray &certificate, const QTemporaryDir &folder)
    {
        QFile file(folder.filePath(u"trusted.pem"_s));
        return file.open(QFile::WriteOnly) && file.write(certificate) == certificate.size() ? file.fileName()
                                                                                            : QString();
    }

    static Config encryptedTo(const SmtpServer &server, const QString &caFile)
    {
        Config config = configFor(server);
        config.smtpStartTls = Config().smtpStartTls;
        config.smtpUser = u"shop"_s;
        config.smtpPassword = u"password"_s;
        config.smtpCaFile = caFile;
        return config;
    }

    Result<void> carry(const Config &config) { return (*mail::makeCarrier(config, m_stopping))->carry(envelope()); }

private slots:
    void init() { m_stopping = false; }

    void sendsBySmtp()
    {
        const SmtpServer server;
        const Result<void> carried = carry(configFor(server));
        QVERIFY2(carried, carried ? "" : qPrintable(carried.error().message));
        QCOMPARE(server.mails().size(), std::size_t(1));
        const SmtpServer::Mail mail = server.mails().front();
        QCOMPARE(mail.from, QByteArray("shop@example.org"));
        QCOMPARE(mail.to, QByteArray("ada@example.org"));
        QCOMPARE(mail.content, envelope().content); // single dots and all
        QVERIFY(server.signIns().isEmpty());
    }

    void signsIn()
    {
        const SmtpServer server;
        Config config = configFor(server);
        config.smtpUser = u"shop"_s;
        config.smtpPassword = u"pass:word"_s;
        QVERIFY(carry(config));
        const QByteArray expected = QByteArray::fromRawData("\0shop\0pass:word", 15).toBase64();
        QVERIFY2(server.signIns().join(' ').contains(expected), server.signIns().join(' ').constData());
    }

    void saysNothingInTheClear()
    {
        const SmtpServer server; // offers no STARTTLS
        Config config = configFor(server);
        config.smtpStartTls = Config().smtpStartTls;
        config.smtpUser = u"shop"_s;
        config.smtpPassword = u"password"_s;
        const Result<void> carried = carry(config);
        QVERIFY(!carried);
        QCOMPARE(carried.error().code, ErrorCode::Unavailable);
        QVERIFY(server.signIns().isEmpty() && server.mails().empty());
        config.smtpStartTls = u"if-offered"_s;
        QVERIFY(carry(config));
    }

    void encrypts_data()
    {
        QTest::addColumn<SmtpServer::Tls>("tls");
        QTest::newRow("when asked to") << SmtpServer::Tls::Offered;
        QTest::newRow("from the beginning") << SmtpServer::Tls::Whole;
    }
    void encrypts()
    {
        QFETCH(SmtpServer::Tls, tls);
        const SmtpServer server(SmtpServer::Manner::Takes, tls);
        const QTemporaryDir folder;
        const Result<void> carried = carry(encryptedTo(server, trusting(server.certificate(), folder)));
        QVERIFY2(carried, carried ? "" : qPrintable(carried.error().message));
        QCOMPARE(server.mails().size(), std::size_t(1));
        QCOMPARE(server.signIns().size(), 1);
        QCOMPARE(server.overheard(), QByteArrayList());
    }

    void tellsNothingToWhomItDoesNotTrust_data() { encrypts_data(); }
    void tellsNothingToWhomItDoesNotTrust()
    {
        QFETCH(SmtpServer::Tls, tls);
        const SmtpServer server(SmtpServer::Manner::Takes, tls);
        const QTemporaryDir folder;
        const QString stranger = trusting(test::TlsServer().certificate(), folder);
        for (const QString &trusted : {QString(), stranger}) {
            const Result<void> carried = carry(encryptedTo(server, trusted));
            QVERIFY(!carried);
            QCOMPARE(carried.error().code, ErrorCode::Unavailable);
            QVERIFY2(carried.error().message.contains(u"certificate"_s), qPrintable(carried.error().message));
        }
        QVERIFY(server.mails().empty() && server.signIns().isEmpty());
        QCOMPARE(server.overheard(), QByteArrayList());
    }

    void saysWhyNot_data()
    {
        QTest::addColumn<SmtpServer::Manner>("manner");
        QTest::addColumn<QString>("said");
        QTest::newRow("deferred") << SmtpServer::Manner::Defers << u"450"_s;
        QTest::newRow("dropped") << SmtpServer::Manner::Drops << QString();
    }
    void saysWhyNot()
    {
        QFETCH(SmtpServer::Manner, manner);
        QFETCH(QString, said);
        SmtpServer server(manner);
        const Result<void> carried = carry(configFor(server));
        QVERIFY(!carried);
        QVERIFY2(!carried.error().message.isEmpty() && carried.error().message.contains(said),
                 qPrintable(carried.error().message));
        QVERIFY(carried.error().code != ErrorCode::Unavailable);
        server.setManner(SmtpServer::Manner::Takes);
        QVERIFY(carry(configFor(server)));
    }

    void noticesThatNobodyIsThere()
    {
        Config config;
        {
            const SmtpServer server;
            config = configFor(server);
        }
        const Result<void> carried = carry(config);
        QVERIFY(!carried);
        QCOMPARE(carried.error().code, ErrorCode::Unavailable);
    }

    void stopsWhenItIsToStop()
    {
        const SmtpServer server(SmtpServer::Manner::Waits);
        std::thread stopper([this] {
            QTest::qSleep(200);
            m_stopping = true;
        });
        QElapsedTimer time;
        time.start();
        const Result<void> carried = carry(configFor(server));
        stopper.join();
        QVERIFY(!carried);
        QVERIFY2(time.elapsed() < 5000, qPrintable(QString::number(time.elapsed())));
    }

    void destinationsHideTheirPasswords()
    {
        Config config;
        config.smtpUrl = u"smtps://shop:password@mail.example.org:465"_s;
        const auto carrier = mail::makeCarrier(config, m_stopping);
        QVERIFY((*carrier)->destination().contains(u"smtps://mail.example.org:465"_s));
        QVERIFY(!(*carrier)->destination().contains(u"password"_s));
    }

    void leavesFilesWithoutAServer()
    {
        const QTemporaryDir folder;
        Config config;
        config.dataDirectory = folder.path();
        QVERIFY(carry(config));
        const QString outbox = folder.filePath(u"outbox"_s);
        QVERIFY((*mail::makeCarrier(config, m_stopping))->destination().contains(outbox));
        const QFileInfoList files = QDir(outbox).entryInfoList(QDir::Files);
        QCOMPARE(files.size(), 1);
        QVERIFY(files.front().fileName().endsWith(u".eml"_s));
        QCOMPARE(files.front().permissions() & QFile::Permissions(0x0077), QFile::Permissions());
        QCOMPARE(QFileInfo(outbox).permissions() & QFile::Permissions(0x0077), QFile::Permissions());
        QFile file(files.front().filePath());
        QVERIFY(file.open(QFile::ReadOnly));
        QCOMPARE(file.readAll(), envelope().content);
    }
};

QTEST_GUILESS_MAIN(TestCarrier)
#include "tst_carrier.moc"
