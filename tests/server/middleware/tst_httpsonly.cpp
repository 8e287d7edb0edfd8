// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/middleware/httpsonly.h"

#include <QTest>

using namespace tenantry;

class TestHttpsOnly : public QObject
{
    Q_OBJECT

private slots:
    void namesTheSameResource_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<int>("port");
        QTest::addColumn<QByteArray>("url");
        QTest::newRow("behind a proxy") << QByteArray("shop.example") << 0
                                        << QByteArray("https://shop.example/a%20b?c=d");
        QTest::newRow("behind a proxy, with a port")
            << QByteArray("shop.example:8080") << 0 << QByteArray("https://shop.example/a%20b?c=d");
        QTest::newRow("own TLS") << QByteArray("shop.example") << 8443 << QByteArray("https://shop.example/a%20b?c=d");
        QTest::newRow("own TLS, with a port")
            << QByteArray("shop.example:8080") << 8443 << QByteArray("https://shop.example:8443/a%20b?c=d");
        QTest::newRow("own TLS on the usual port")
            << QByteArray("shop.example:80") << 443 << QByteArray("https://shop.example/a%20b?c=d");
        QTest::newRow("IPv6") << QByteArray("[::1]") << 8443 << QByteArray("https://[::1]/a%20b?c=d");
        QTest::newRow("IPv6 with a port")
            << QByteArray("[::1]:80") << 8443 << QByteArray("https://[::1]:8443/a%20b?c=d");
    }

    void namesTheSameResource()
    {
        QFETCH(QByteArray, host);
        QFETCH(int, port);
        http::Request request;
        request.host = host;
        request.path = "/a%20b";
        request.query = "c=d";
        QTEST(server::secureUrl(request, port > 0 ? std::optional(quint16(port)) : std::nullopt), "url");
    }
};

QTEST_APPLESS_MAIN(TestHttpsOnly)
#include "tst_httpsonly.moc"
