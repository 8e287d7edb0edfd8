// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routing/router.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::server;
using http::Method;

class TestRouter : public QObject
{
    Q_OBJECT

private:
    Router m_router;

    void add(Method method, const QByteArray &path, const QByteArray &name, const std::vector<QByteArray> &aliases = {})
    {
        Endpoint endpoint;
        endpoint.method = method;
        endpoint.path = path;
        endpoint.aliases = aliases;
        endpoint.operationId = name;
        m_router.add(std::move(endpoint));
    }

private slots:
    void initTestCase()
    {
        add(Method::Get, "/", "root");
        add(Method::Get, "/sites/", "list", {"/old/sites/"});
        add(Method::Post, "/sites/", "create");
        add(Method::Get, "/sites/{site}/", "detail");
        add(Method::Put, "/sites/{slug}/", "change");
        add(Method::Get, "/sites/config/", "config");
        add(Method::Get, "/sites/{site}/domains/{domain}/", "domain");
        add(Method::Get, "/sites/config/things/", "things");
    }

    void finds_data()
    {
        QTest::addColumn<Method>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QStringList>("values");
        const auto row = [](const char *path, const char *name, const QStringList &values = {},
                            Method method = Method::Get) {
            QTest::addRow("%s %s", http::nameOf(method).constData(), path)
                << method << QByteArray(path) << QByteArray(name) << values;
        };
        row("/", "root");
        row("/sites/", "list");
        row("/sites", "list");
        row("//sites//", "list");
        row("/old/sites", "list");
        row("/sites/", "list", {}, Method::Head);
        row("/sites/", "create", {}, Method::Post);
        row("/sites/acme/", "detail", {u"acme"_s});
        row("/sites/acme", "change", {u"acme"_s}, Method::Put);
        row("/sites/config", "config");
        row("/sites/config", "change", {u"config"_s}, Method::Put); // the literal has no PUT
        row("/sites/config/domains/d", "domain", {u"config"_s, u"d"_s});
        row("/sites/config/things", "things");
        row("/sites/a%2Fb/", "detail", {u"a/b"_s}); // decoded after splitting
        row("/sites/%C3%A9%20+/", "detail", {u"é +"_s});
        row("/sites/100%/", "detail", {u"100%"_s});
        row("/sites/a/domains/b", "domain", {u"a"_s, u"b"_s});
    }

    void finds()
    {
        QFETCH(Method, method);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, name);
        QFETCH(QStringList, values);
        const Router::Match match = m_router.match(method, path);
        QVERIFY(match.endpoint);
        QCOMPARE(match.endpoint->operationId, name);
        QStringList found;
        for (const auto &[parameter, value] : match.pathParameters)
            found.append(value);
        QCOMPARE(found, values);
    }

    void namesParametersAsTheEndpointDoes()
    {
        QCOMPARE(m_router.match(Method::Get, "/sites/a").pathParameters.front().first, QByteArray("site"));
        QCOMPARE(m_router.match(Method::Put, "/sites/a").pathParameters.front().first, QByteArray("slug"));
    }

    void tellsWhichMethodsThereAre()
    {
        const Router::Match wrong = m_router.match(Method::Delete, "/sites/acme/");
        QVERIFY(!wrong.endpoint);
        QCOMPARE(wrong.allowed, std::vector({Method::Get, Method::Put}));
        QVERIFY(wrong.pathParameters.empty());
        QVERIFY(m_router.match(Method::Get, "/nowhere").allowed.empty());
        QVERIFY(m_router.match(Method::Get, "/sites/a/domains").allowed.empty());
    }
};

QTEST_APPLESS_MAIN(TestRouter)
#include "tst_router.moc"
