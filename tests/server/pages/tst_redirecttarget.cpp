// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/redirecttarget.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::server;
using namespace Qt::StringLiterals;

namespace {

/// Trusts one origin.
Result<RedirectTarget> parse(const QString &text)
{
    return RedirectTarget::parse(text, [](const QUrl &origin) {
        return origin == QUrl(u"https://app.example.org"_s) || origin == QUrl(u"http://localhost:5173"_s);
    });
}

} // namespace

/// Where tokens may go, and how they get there.
class TestRedirectTarget : public QObject
{
    Q_OBJECT

private slots:
    void isTrusted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("origin");
        QTest::newRow("origin alone") << u"https://app.example.org"_s << QByteArray("https://app.example.org");
        QTest::newRow("path and query") << u"https://app.example.org/a?b=c"_s << QByteArray("https://app.example.org");
        QTest::newRow("capitals") << u"HTTPS://APP.example.org/"_s << QByteArray("https://app.example.org");
        QTest::newRow("port") << u"http://localhost:5173/x"_s << QByteArray("http://localhost:5173");
    }
    void isTrusted()
    {
        QFETCH(QString, text);
        const auto target = parse(text);
        QVERIFY(target);
        QTEST(target->origin(), "origin");
    }

    void isRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("another host") << u"https://evil.example.org/"_s;
        QTest::newRow("another port") << u"https://app.example.org:8443/"_s;
        QTest::newRow("another scheme") << u"http://app.example.org/"_s;
        QTest::newRow("the host as a user name") << u"https://app.example.org@evil.example.org/"_s;
        QTest::newRow("a user name") << u"https://me@app.example.org/"_s;
        QTest::newRow("the host as a beginning") << u"https://app.example.org.evil.example.org/"_s;
        QTest::newRow("backslashes") << u"https://app.example.org\\@evil.example.org/"_s;
        QTest::newRow("two slashes alone") << u"//app.example.org/"_s;
        QTest::newRow("a path") << u"/somewhere"_s;
        QTest::newRow("one slash") << u"https:/app.example.org"_s;
        QTest::newRow("script") << u"javascript:alert(1)"_s;
        QTest::newRow("data") << u"data:text/html,hi"_s;
        QTest::newRow("a line break") << u"https://app.example.org/\r\nX: y"_s;
        QTest::newRow("a space before") << u" https://app.example.org/"_s;
        QTest::newRow("nothing") << QString();
        QTest::newRow("too long") << u"https://app.example.org/"_s + QString(2048, u'a');
    }
    void isRefused()
    {
        QFETCH(QString, text);
        const auto target = parse(text);
        QVERIFY(!target);
        QCOMPARE(target.error().code, ErrorCode::BadRequest);
    }

    void carriesTokensBehindItsFragment_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("location");
        QTest::newRow("none") << u"https://app.example.org/a?b=c"_s
                              << QByteArray("https://app.example.org/a?b=c#token=x%2By&type=Bearer");
        QTest::newRow("one") << u"https://app.example.org/#tab=2"_s
                             << QByteArray("https://app.example.org/#tab=2&token=x%2By&type=Bearer");
        QTest::newRow("an empty one") << u"https://app.example.org/#"_s
                                      << QByteArray("https://app.example.org/#token=x%2By&type=Bearer");
        QTest::newRow("no path") << u"https://app.example.org"_s
                                 << QByteArray("https://app.example.org#token=x%2By&type=Bearer");
    }
    void carriesTokensBehindItsFragment()
    {
        QFETCH(QString, text);
        const auto target = parse(text);
        QVERIFY(target);
        QTEST(target->withFragment({{"token", "x+y"}, {"type", "Bearer"}}), "location");
    }
};

QTEST_APPLESS_MAIN(TestRedirectTarget)
#include "tst_redirecttarget.moc"
