// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/browser.h"
#include "tests/support/serverfixture.h"

#include <QTest>
#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace tenantry;

namespace {

/// Defines functions that do in Swagger UI what a reader does with the mouse and the keyboard.
constexpr auto readersHands = R"js(
const byText = (selector, text) => [...document.querySelectorAll(selector)].find((e) => e.innerText.trim() === text);
const type = (input, text) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(input, text);
    input.dispatchEvent(new Event("input", { bubbles: true }));
};
const operation = (path) => document.querySelector(`.opblock-get .opblock-summary-path[data-path="${path}"]`);
const block = (path) => operation(path).closest(".opblock");
true;
)js";

} // namespace

/// The documentation pages, in a browser, against the real server: they show the API, let one sign in and try a call,
/// keep to their content policy, and ask nobody else for anything.
class TestDocumentation : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::ServerFixture> m_server;
    QByteArray m_admin;

    QString url(const QString &path) const { return u"http://127.0.0.1:%1"_s.arg(m_server->port()) + path; }

    void verifyQuiet(const test::Browser &browser) const
    {
        QVERIFY2(browser.complaints().isEmpty(), qPrintable(browser.complaints().join(u'\n')));
        QVERIFY(!browser.requests().isEmpty());
        for (const QString &request : browser.requests()) {
            const bool here = request.startsWith(url(u"/"_s)) || request.startsWith(u"data:"_s) ||
                              request.startsWith(u"blob:"_s) || request.startsWith(u"about:"_s);
            QVERIFY2(here, qPrintable(request));
        }
    }

    /// Opens the operation, executes it and answers the status the page shows.
    static QString tryOut(test::Browser &browser, const QString &path)
    {
        const QString block = u"block('%1')"_s.arg(path);
        browser.evaluate(u"operation('%1').click()"_s.arg(path));
        if (!browser.becomes(u"!!%1.querySelector('.try-out__btn')"_s.arg(block)))
            return u"the operation does not open"_s;
        browser.evaluate(block + u".querySelector('.try-out__btn').click()"_s);
        if (!browser.becomes(u"!!%1.querySelector('.execute')"_s.arg(block)))
            return u"there is no way to execute it"_s;
        browser.evaluate(block + u".querySelector('.execute').click()"_s);
        const QString status = block + u".querySelector('.live-responses-table .response .response-col_status')"_s;
        if (!browser.becomes(u"!!"_s + status))
            return u"no answer"_s;
        return browser.evaluate(status + u".innerText.trim().split(/\\s/)[0]"_s).text();
    }

    static void authorize(test::Browser &browser, const QByteArray &token)
    {
        browser.evaluate(u"document.querySelector('.auth-wrapper .authorize').click()"_s);
        QVERIFY(browser.becomes(u"!!document.querySelector('#auth-bearer-value')"_s));
        browser.evaluate(u"type(document.querySelector('#auth-bearer-value'), '%1')"_s.arg(QLatin1StringView(token)));
        browser.evaluate(
            u"document.querySelector('#auth-bearer-value').closest('form').querySelector('.authorize').click()"_s);
        QVERIFY(browser.becomes(u"!!byText('.auth-container button', 'Logout')"_s));
        browser.evaluate(u"document.querySelector('.close-modal').click()"_s);
    }

private slots:
    void initTestCase()
    {
        m_server = std::make_unique<test::ServerFixture>();
        if (m_server->client().get("/api/docs/").status == 404)
            QSKIP("The server was built without the pages (TENANTRY_API_DOCS).");
        m_admin = m_server->signIn();
        m_server->createOrganization(m_admin, u"Acme"_s);
        m_server->createSite(m_admin, u"acme"_s, u"shop"_s);
    }

    void areKeptByBrowsers()
    {
        const test::HttpAnswer page = m_server->client().get("/api/docs/");
        QCOMPARE(page.status, 200);
        QCOMPARE(page.header("Cache-Control"), QByteArray("no-cache"));
        const QByteArray tag = page.header("ETag");
        QVERIFY(!tag.isEmpty());
        QCOMPARE(m_server->client().get("/api/docs/", {{"If-None-Match", tag}}).status, 304);

        const QByteArray version = tag.mid(3, tag.size() - 4);
        QVERIFY(page.body.contains("assets/" + version + "/swagger-ui-bundle.js"));
        const QByteArray asset = "/api/docs/assets/" + version + "/docs.js";
        const test::HttpAnswer plain = m_server->client().get(asset);
        QCOMPARE(plain.status, 200);
        QVERIFY(plain.header("Cache-Control").contains("immutable"));
        QVERIFY(plain.header("Content-Type").startsWith("text/javascript"));
        const test::HttpAnswer packed = m_server->client().get(asset, {{"Accept-Encoding", "gzip, deflate"}});
        QCOMPARE(packed.header("Content-Encoding"), QByteArray("deflate"));
        QVERIFY(packed.body.size() < plain.body.size());
        QByteArray length(4, '\0'); // qUncompress wants it before what HTTP calls deflate
        qToBigEndian(quint32(plain.body.size()), length.data());
        QCOMPARE(qUncompress(length + packed.body), plain.body);
        QCOMPARE(m_server->client().get("/api/docs/assets/0/docs.js").status, 404);
        QCOMPARE(m_server->client().get("/api/docs/assets/" + version + "/docs.html").status, 404);
        QCOMPARE(m_server->client().get("/api/docs/assets/" + version + "/..%2fapi_docs%2fdocs.js").status, 404);
    }

    void areFoundWithoutTheClosingSlash()
    {
        for (const QByteArray page : {"docs", "redoc"}) {
            const test::HttpAnswer answer = m_server->client().get("/sites/shop/api/" + page);
            QCOMPARE(answer.status, 308);
            QCOMPARE(answer.header("Location"), page + '/');
        }
    }

    void letsOneTryACall_data()
    {
        QTest::addColumn<QString>("prefix");
        QTest::addColumn<QString>("path");
        QTest::newRow("platform") << QString() << u"/api/cloud/organizations/"_s;
        QTest::newRow("site") << u"/sites/shop"_s << u"/api/apps/"_s;
    }

    void letsOneTryACall()
    {
        if (test::Browser::program().isEmpty())
            QSKIP("Chromium is not installed; scripts/setup does so.");
        QFETCH(QString, prefix);
        QFETCH(QString, path);
        test::Browser browser;
        browser.open(url(prefix + u"/api/docs/"_s));
        QVERIFY(browser.becomes(u"document.querySelectorAll('.opblock-tag').length > 5"_s));
        browser.evaluate(QString::fromLatin1(readersHands));
        for (const QString &tag : {u"Health"_s, u"organizations"_s, u"Apps"_s})
            browser.evaluate(u"byText('.opblock-tag', '%1').click()"_s.arg(tag));
        QVERIFY(browser.becomes(u"!!operation('%1')"_s.arg(path)));

        QCOMPARE(tryOut(browser, u"/health/live/"_s), u"200"_s);
        verifyQuiet(browser);
        authorize(browser, m_server->signIn(prefix.toLatin1()));
        QCOMPARE(tryOut(browser, path), u"200"_s);
        verifyQuiet(browser);
        QVERIFY(browser.requests().contains(url(prefix + path)));
    }

    /// That the browser tells of what the pages may not do, or the checks above would see nothing.
    void mayNotAskOthers()
    {
        if (test::Browser::program().isEmpty())
            QSKIP("Chromium is not installed; scripts/setup does so.");
        test::Browser browser;
        browser.open(url(u"/api/docs/"_s));
        QVERIFY(browser.becomes(u"document.querySelectorAll('.opblock-tag').length > 5"_s));
        QVERIFY(browser.complaints().isEmpty());
        browser.evaluate(u"fetch('https://example.org/').then(() => 'sent', () => 'refused')"_s);
        QVERIFY(browser.becomes(u"true"_s));
        QVERIFY(browser.complaints().join(u'\n').contains(u"Content Security Policy"_s));
    }

    void showsTheDescriptionToReaders_data()
    {
        QTest::addColumn<QString>("prefix");
        QTest::newRow("platform") << QString();
        QTest::newRow("site") << u"/sites/shop"_s;
    }

    void showsTheDescriptionToReaders()
    {
        if (test::Browser::program().isEmpty())
            QSKIP("Chromium is not installed; scripts/setup does so.");
        QFETCH(QString, prefix);
        test::Browser browser;
        browser.open(url(prefix + u"/api/redoc/"_s));
        QVERIFY(browser.becomes(u"document.body.innerText.includes('/api/schema/')"_s));
        QVERIFY(browser.evaluate(u"document.querySelectorAll('[data-section-id]').length"_s).integer() > 20);
        verifyQuiet(browser);
    }
};

QTEST_GUILESS_MAIN(TestDocumentation)
#include "tst_documentation.moc"
