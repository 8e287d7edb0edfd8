// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/log.h"
#include "server/maildelivery.h"
#include "tests/support/smtpserver.h"
#include "tests/support/testtenancy.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;
using test::SmtpServer;

namespace {

mail::Message message(const QString &subject)
{
    return {.to = u"ada@example.org"_s, .subject = subject, .body = u"A key."_s, .kind = u"test"_s};
}

/// A deployment with a site, and what delivers its mails.
struct Place
{
    explicit Place(const QString &engine)
        : tenancy(engine)
        , owner(tenancy.account(u"owner"_s, test::Standing::Superuser))
        , site([this] {
            const QString organization = tenancy.organization(owner, u"Acme"_s);
            const QString uuid = tenancy.site(owner, organization, u"Shop"_s).uuid;
            test::expectValue(tenancy.services().directory().refresh());
            return test::expectValue(tenancy.services().directory().open(uuid, Purpose::Job));
        }())
    {
    }

    std::unique_ptr<server::MailDelivery> begin(const Config &config)
    {
        auto delivery = std::make_unique<server::MailDelivery>(outbox, tenancy.platform(),
                                                               tenancy.services().directory(), clock, log);
        test::expectValue(delivery->configure(config));
        delivery->start();
        return delivery;
    }

    void post(const Site *where, const QString &subject)
    {
        test::expectValue(outbox.write(where, [subject, now = clock.now()](sql::Transaction &transaction) {
            return mail::enqueue(transaction, message(subject), now);
        }));
    }

    test::TestTenancy tenancy;
    Clock clock;
    Log log;
    PlatformPrincipal owner;
    Site site;
    mail::Outbox outbox{tenancy.platform(), clock};
};

Config configFor(const SmtpServer &server)
{
    Config config;
    config.smtpUrl = server.url();
    config.smtpStartTls = u"off"_s;
    return config;
}

QStringList subjectsOf(const SmtpServer &server)
{
    QStringList subjects;
    for (const SmtpServer::Mail &mail : server.mails()) {
        const qsizetype begin = mail.content.indexOf("Subject: ") + 9;
        subjects.append(QString::fromLatin1(mail.content.mid(begin, mail.content.indexOf("\r\n", begin) - begin)));
    }
    subjects.sort();
    return subjects;
}

constexpr int patience = 30'000;

} // namespace

class TestMailDelivery : public QObject
{
    Q_OBJECT

private slots:
    void delivers_data() { test::engineRows(); }
    void delivers()
    {
        QFETCH(QString, engine);
        Place place(engine);
        const SmtpServer server;
        const auto delivery = place.begin(configFor(server));
        place.post(&place.site, u"of the site"_s);
        place.post(nullptr, u"of the platform"_s);
        QTRY_COMPARE_WITH_TIMEOUT(subjectsOf(server), (QStringList{u"of the platform"_s, u"of the site"_s}), patience);
        QTRY_VERIFY(!test::expectValue(place.site.read(mail::holdsMail)));
    }

    /// What was committed by a server that is gone, or while the mail server was.
    void goesOnLater_data() { test::engineRows(); }
    void goesOnLater()
    {
        QFETCH(QString, engine);
        Place place(engine);
        place.post(&place.site, u"before"_s);
        SmtpServer server(SmtpServer::Manner::Defers);
        auto delivery = place.begin(configFor(server));
        QTRY_VERIFY_WITH_TIMEOUT(server.connections() > 0, patience);
        QVERIFY(server.mails().empty());
        server.setManner(SmtpServer::Manner::Takes);
        QTRY_COMPARE_WITH_TIMEOUT(subjectsOf(server), QStringList{u"before"_s}, patience);
        delivery.reset();
        place.post(nullptr, u"between"_s);
        QTest::qWait(200);
        QCOMPARE(server.mails().size(), std::size_t(1));
        delivery = place.begin(configFor(server));
        QTRY_COMPARE_WITH_TIMEOUT(subjectsOf(server), (QStringList{u"before"_s, u"between"_s}), patience);
    }

    void twoServersSendOnce()
    {
        Place place(u"postgres"_s);
        const SmtpServer server;
        QStringList all;
        const auto first = place.begin(configFor(server));
        const auto second = place.begin(configFor(server)); // takes the place of the first as who is told
        for (int i = 0; i < 30; ++i) {
            all.append(u"mail %1"_s.arg(i, 2, 10, QLatin1Char('0')));
            place.post(&place.site, all.last());
        }
        QTRY_COMPARE_WITH_TIMEOUT(server.mails().size(), std::size_t(30), patience);
        QTest::qWait(500);
        QCOMPARE(subjectsOf(server), all);
    }

    void leavesFilesWithoutAServer()
    {
        Place place(u"sqlite"_s);
        const QTemporaryDir folder;
        Config config;
        config.dataDirectory = folder.path();
        const auto delivery = place.begin(config);
        place.post(&place.site, u"of the site"_s);
        const QDir outbox(folder.filePath(u"outbox"_s));
        QTRY_COMPARE_WITH_TIMEOUT(outbox.entryList({u"*.eml"_s}, QDir::Files).size(), 1, patience);
        QVERIFY(outbox.entryList({u"*.eml"_s}).front().contains(place.site.uuid()));
    }

    void settingsThatAreNoGoodAreRefused()
    {
        Place place(u"sqlite"_s);
        server::MailDelivery delivery(place.outbox, place.tenancy.platform(), place.tenancy.services().directory(),
                                      place.clock, place.log);
        Config config;
        config.mailFrom = u"nobody"_s;
        const Result<void> configured = delivery.configure(config);
        QVERIFY(!configured);
        QCOMPARE(configured.error().code, ErrorCode::NotConfigured);

        config = {};
        config.baseDomain = u"example.org"_s;
        config.smtpUrl = u"smtp://127.0.0.1:25"_s;
        QVERIFY(delivery.configure(config));
        const QTemporaryDir folder;
        config.smtpCaFile = folder.filePath(u"none.pem"_s);
        const Result<void> missing = delivery.configure(config);
        QVERIFY(!missing && missing.error().code == ErrorCode::NotConfigured);
        QVERIFY2(missing.error().message.contains(u"SMTP_CA_FILE"_s), qPrintable(missing.error().message));
        config.smtpCaFile = QString::fromLocal8Bit(__FILE__);
        QVERIFY(!delivery.configure(config));
    }
};

QTEST_GUILESS_MAIN(TestMailDelivery)
#include "tst_maildelivery.moc"
