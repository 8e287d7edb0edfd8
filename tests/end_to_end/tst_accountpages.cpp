// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/browser.h"
#include "tests/support/mailbox.h"
#include "tests/support/serverfixture.h"
#include "tests/support/testnames.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace tenantry;

namespace {

QString quoted(const char *text)
{
    return u'\'' + QLatin1StringView(text) + u'\'';
}

const QString newcomer = u"ada@example.org"_s;

/// Of "#a=b&c=d".
QByteArray memberOf(const QString &fragment, const char *name)
{
    return QUrlQuery(fragment.mid(1)).queryItemValue(QLatin1StringView(name)).toLatin1();
}

} // namespace

/// The hosted pages in a browser, against the real server: a person signs in and out with the keyboard, the application
/// gets its tokens, and nothing keeps anybody out who cannot see or use a mouse.
class TestAccountPages : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::ServerFixture> m_server;
    std::unique_ptr<test::Mailbox> m_mailbox;

    QString url(const QString &path) const { return u"http://127.0.0.1:%1"_s.arg(m_server->port()) + path; }
    /// An address of the application that is sent back to: a page of this server that says something.
    QString application() const { return url(u"/health/live/"_s); }
    QString loginPage() const { return url(u"/sites/shop/accounts/login/?redirect_to="_s + application()); }

    static QString axe() { return test::sourceDirectory() + u"/resources/api_docs/node_modules/axe-core/axe.min.js"_s; }

    /// What axe-core (WCAG 2.2 AA and best practices) finds on the page.
    static QString accessibilityFaults(test::Browser &browser)
    {
        QFile checker(axe());
        if (!checker.open(QFile::ReadOnly))
            return u"axe-core cannot be read"_s;
        browser.evaluate(QString::fromUtf8(checker.readAll()) + u"; true"_s);
        const json::Value faults = browser.evaluate(
            u"axe.run().then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html)).join('\\n'))"_s);
        return faults.isString() ? faults.text() : u"the page went away while it was looked at"_s;
    }

    /// The same where axe-core is installed.
    static QString faultsIfKnown(test::Browser &browser)
    {
        return QFile::exists(axe()) ? accessibilityFaults(browser) : QString();
    }

    /// Opens one of the pages, and waits until it is there.
    static bool show(test::Browser &browser, const QString &address)
    {
        browser.open(address);
        return browser.becomes(u"document.readyState === 'complete' && !!document.querySelector('h1')"_s);
    }

    static void signIn(test::Browser &browser, const char *password)
    {
        browser.evaluate(u"document.querySelector('#login').value = "_s + quoted(test::ServerFixture::adminEmail));
        browser.evaluate(u"document.querySelector('#password').value = "_s + quoted(password));
        browser.evaluate(u"document.querySelector('form').requestSubmit(); true"_s);
    }

    /// Fills the fields of the page's form in, and sends it.
    static void send(test::Browser &browser, const std::vector<std::pair<const char *, QString>> &fields)
    {
        for (const auto &[name, value] : fields)
            browser.evaluate(u"document.querySelector('[name=%1]').value = '%2'"_s.arg(QLatin1StringView(name), value));
        browser.evaluate(u"document.querySelector('form').requestSubmit(); true"_s);
    }

    static bool comesTo(test::Browser &browser, const QString &heading)
    {
        return browser.becomes(u"document.querySelector('h1')?.innerText === '%1'"_s.arg(heading));
    }

    /// The address in a mail to the newcomer.
    QString linkInMail(const QString &to = newcomer)
    {
        return m_mailbox->read(to, QRegularExpression(u"(http://\\S+/accounts/\\S+/[\\w-]{43}/)"_s))
            .value_or(u"no mail"_s);
    }

    void openForSignUp(const QByteArray &admin, const QString &site)
    {
        m_server->createSite(admin, u"acme"_s, site);
        const QByteArray prefix = "/sites/" + site.toLatin1();
        test::HttpHeaders headers = test::bearer(m_server->signIn(prefix));
        const test::HttpAnswer answer = m_server->client().request("PATCH", prefix + "/api/settings/auth/",
                                                                   R"({"allow_email_signup": true})", headers);
        QCOMPARE(answer.status, 200);
    }

private slots:
    void initTestCase()
    {
        if (test::Browser::program().isEmpty())
            QSKIP("There is no Chromium.");
        m_server = std::make_unique<test::ServerFixture>(u"sqlite"_s,
                                                         test::ServerFixture::Settings{{u"DEVELOPMENT"_s, u"true"_s}});
        const QByteArray admin = m_server->signIn();
        m_server->createOrganization(admin, u"Acme"_s);
        m_server->createSite(admin, u"acme"_s, u"shop"_s);
        openForSignUp(admin, u"club"_s);
        openForSignUp(admin, u"open"_s);
        m_mailbox = std::make_unique<test::Mailbox>(m_server->dataDirectory());
    }

    void signsInAndOut()
    {
        test::Browser browser;
        QVERIFY(show(browser, loginPage()));
        QCOMPARE(browser.evaluate(u"document.title"_s).text(), u"Sign in - shop"_s);

        signIn(browser, "wrong");
        QVERIFY(browser.becomes(u"!!document.querySelector('[role=alert]')"_s));
        QCOMPARE(browser.evaluate(u"document.querySelector('#login').value"_s).text(),
                 QString::fromLatin1(test::ServerFixture::adminEmail));
        QCOMPARE(browser.evaluate(u"document.querySelector('#password').value"_s).text(), QString());

        signIn(browser, test::ServerFixture::adminPassword);
        QVERIFY(browser.becomes(u"location.pathname === '/health/live/'"_s));
        const QString fragment = browser.evaluate(u"location.hash"_s).text();
        QVERIFY2(fragment.startsWith(u"#session_token="_s), qPrintable(fragment));
        const QByteArray token = memberOf(fragment, "access_token");
        QCOMPARE(m_server->client().get("/sites/shop/api/users/me/", test::bearer(token)).status, 200);

        // The browser is known now, and forgotten after signing out.
        browser.open(loginPage());
        QVERIFY(browser.becomes(u"location.pathname === '/health/live/'"_s));
        QVERIFY(show(browser, url(u"/sites/shop/accounts/logout/"_s)));
        QCOMPARE(browser.evaluate(u"document.querySelector('h1').innerText"_s).text(), u"You are signed out"_s);
        browser.open(loginPage());
        QVERIFY(browser.becomes(u"!!document.querySelector('#login')"_s));
    }

    void signsUpAndChangesAForgottenPassword()
    {
        test::Browser browser;
        const QString chosen = u"fossil on the beach 1"_s;
        const QString later = u"ammonite on the beach 1"_s;
        QVERIFY(show(browser, url(u"/sites/club/accounts/login/"_s)));
        browser.evaluate(u"[...document.querySelectorAll('a')].find(a => a.innerText === 'Sign up').click(); true"_s);
        QVERIFY(comesTo(browser, u"Sign up"_s));
        QCOMPARE(faultsIfKnown(browser), QString());
        send(browser, {{"email", newcomer}, {"password", chosen}, {"password2", later}});
        QVERIFY(browser.becomes(u"!!document.querySelector('[role=alert]')"_s));
        QCOMPARE(faultsIfKnown(browser), QString());
        send(browser, {{"email", newcomer}, {"password", chosen}, {"password2", chosen}});
        QVERIFY(comesTo(browser, u"Look into your mail"_s));
        QCOMPARE(faultsIfKnown(browser), QString());

        QVERIFY(show(browser, linkInMail()));
        QCOMPARE(faultsIfKnown(browser), QString());
        send(browser, {});
        QVERIFY(comesTo(browser, u"Your address is confirmed"_s));
        QCOMPARE(faultsIfKnown(browser), QString());

        QVERIFY(show(browser, url(u"/sites/club/accounts/login/"_s)));
        browser.evaluate(
            u"[...document.querySelectorAll('a')].find(a => a.innerText.startsWith('Forgotten')).click(); true"_s);
        QVERIFY(comesTo(browser, u"A new password"_s));
        QCOMPARE(faultsIfKnown(browser), QString());
        send(browser, {{"email", newcomer}});
        QVERIFY(comesTo(browser, u"Look into your mail"_s));
        QVERIFY(show(browser, linkInMail()));
        QCOMPARE(faultsIfKnown(browser), QString());
        send(browser, {{"password", later}, {"password2", later}});
        QVERIFY(comesTo(browser, u"Your password is changed"_s));
        QCOMPARE(faultsIfKnown(browser), QString());

        QVERIFY(show(browser, url(u"/sites/club/accounts/login/"_s)));
        send(browser, {{"login", newcomer}, {"password", later}});
        QVERIFY(comesTo(browser, u"You are signed in"_s));
    }

    void acceptsAnInvitation()
    {
        json::Object guest;
        guest.set("invitee_identifier", "guest@example.org");
        QCOMPARE(m_server->client()
                     .post("/api/cloud/organizations/acme/invitations/", guest, test::bearer(m_server->signIn()))
                     .status,
                 201);
        test::Browser browser;
        QVERIFY(show(browser, linkInMail(u"guest@example.org"_s)));
        QCOMPARE(faultsIfKnown(browser), QString());
        const QString chosen = u"fossil on the beach 1"_s;
        send(browser, {{"password", chosen}, {"confirm_password", u"another"_s}});
        QVERIFY(browser.becomes(u"!!document.querySelector('[role=alert]')"_s));
        QCOMPARE(faultsIfKnown(browser), QString());
        send(browser, {{"password", chosen}, {"confirm_password", chosen}});
        QVERIFY(comesTo(browser, u"You are a member of Acme now"_s));
        QCOMPARE(faultsIfKnown(browser), QString());
    }

    void keepsNobodyOut_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("wrongTry");
        QTest::newRow("sign in") << u"/sites/shop/accounts/login/"_s << false;
        QTest::newRow("a wrong password") << u"/sites/shop/accounts/login/"_s << true;
        QTest::newRow("signed out") << u"/sites/shop/accounts/logout/"_s << false;
        QTest::newRow("sign up, closed") << u"/sites/shop/accounts/signup/"_s << false;
        QTest::newRow("sign up") << u"/sites/open/accounts/signup/"_s << false;
        QTest::newRow("sign in where one may sign up") << u"/sites/open/accounts/login/"_s << false;
        QTest::newRow("a new password") << u"/sites/open/accounts/password/reset/"_s << false;
        QTest::newRow("a link that is no good") << u"/sites/open/accounts/confirm-email/key/x/"_s << false;
        QTest::newRow("a link to choose a password that is no good")
            << u"/sites/open/accounts/password/reset/key/x/"_s << false;
        QTest::newRow("a wrong link") << u"/sites/shop/accounts/login/?redirect_to=https://evil.example.org"_s << false;
    }
    void keepsNobodyOut()
    {
        QFETCH(QString, path);
        QFETCH(bool, wrongTry);
        if (!QFile::exists(axe()))
            QSKIP("axe-core is not installed (scripts/setup takes it from npm).");
        test::Browser browser;
        QVERIFY(show(browser, url(path)));
        if (wrongTry) {
            signIn(browser, "wrong");
            QVERIFY(browser.becomes(u"!!document.querySelector('[role=alert]')"_s));
        }
        QCOMPARE(accessibilityFaults(browser), QString());
    }
};

QTEST_GUILESS_MAIN(TestAccountPages)
#include "tst_accountpages.moc"
