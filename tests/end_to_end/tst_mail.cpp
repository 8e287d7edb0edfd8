// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/serverfixture.h"
#include "tests/support/smtpserver.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using test::SmtpServer;

namespace {

constexpr int patience = 30'000;

test::ServerFixture::Settings settingsFor(const SmtpServer &server)
{
    return {{u"SMTP_URL"_s, server.url()},
            {u"SMTP_STARTTLS"_s, u"off"_s},
            {u"MAIL_FROM"_s, u"Tenantry <noreply@tenantry.test>"_s}};
}

int askForPassword(const test::ServerFixture &server)
{
    json::Object body;
    body.set("email", test::ServerFixture::adminEmail);
    return server.client().post("/_allauth/app/v1/auth/password/request", body).status;
}

QString keyIn(const SmtpServer::Mail &mail)
{
    static const QRegularExpression link(u"/accounts/password/reset/key/([\\w-]{43})/"_s);
    return link.match(QString::fromUtf8(mail.content)).captured(1);
}

} // namespace

/// Mails of the real server, and a mail server that misbehaves.
class TestMail : public QObject
{
    Q_OBJECT

private slots:
    /// What was committed is sent, whatever became of the server since.
    void sendsAfterBeingKilled_data() { test::engineRows(); }
    void sendsAfterBeingKilled()
    {
        QFETCH(QString, engine);
        SmtpServer mails(SmtpServer::Manner::Waits);
        test::ServerFixture server(engine, settingsFor(mails));
        QCOMPARE(askForPassword(server), 200); // is being sent
        QTRY_VERIFY_WITH_TIMEOUT(mails.connections() > 0, patience);
        QCOMPARE(askForPassword(server), 200); // waits for its turn
        server.kill();
        QVERIFY(mails.mails().empty());
        mails.setManner(SmtpServer::Manner::Takes);
        server.start();
        QTRY_VERIFY_WITH_TIMEOUT(!mails.mails().empty(), patience);
        const SmtpServer::Mail mail = mails.mails().front();
        QCOMPARE(mail.to, QByteArray(test::ServerFixture::adminEmail));
        QCOMPARE(mail.from, QByteArray("noreply@tenantry.test"));

        json::Object body;
        body.set("key", keyIn(mail));
        body.set("password", "ammonite on the beach 1");
        QCOMPARE(server.client().post("/_allauth/app/v1/auth/password/reset", body).status, 401);
        body.set("username", test::ServerFixture::adminEmail);
        QCOMPARE(server.client().post("/api/cloud/auth/jwt/token/", body).status, 200);
    }

    void triesAgainAndTellsTheLog()
    {
        SmtpServer mails(SmtpServer::Manner::Defers);
        test::ServerFixture server(u"sqlite"_s, settingsFor(mails));
        QTRY_VERIFY_WITH_TIMEOUT(server.output().contains("mail_destination"), patience);
        QCOMPARE(askForPassword(server), 200);
        QTRY_VERIFY_WITH_TIMEOUT(server.output().contains("mail_failed"), patience);
        QVERIFY(server.output().contains("450"));
        mails.setManner(SmtpServer::Manner::Takes);
        QTRY_COMPARE_WITH_TIMEOUT(mails.mails().size(), std::size_t(1), patience);
        QTRY_VERIFY_WITH_TIMEOUT(server.output().contains("mail_delivered"), patience);
        QVERIFY(!keyIn(mails.mails().front()).isEmpty());
        QVERIFY(!server.output().contains(keyIn(mails.mails().front()).toLatin1()));
    }

    /// A mail server that says nothing holds up neither requests nor the end.
    void doesNotWaitForAMailServer()
    {
        const SmtpServer mails(SmtpServer::Manner::Waits);
        test::ServerFixture server(u"sqlite"_s, settingsFor(mails));
        QCOMPARE(askForPassword(server), 200);
        QTRY_VERIFY_WITH_TIMEOUT(mails.connections() > 0, patience);
        QElapsedTimer time;
        time.start();
        QCOMPARE(server.client().get("/health/").status, 200);
        QCOMPARE(server.stop(), 0);
        QVERIFY2(time.elapsed() < 8'000, qPrintable(QString::number(time.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestMail)
#include "tst_mail.moc"
