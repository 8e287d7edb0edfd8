// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/middleware/suspicion.h"

#include <QTest>

using namespace tenantry;

class TestSuspicion : public QObject
{
    Q_OBJECT

private slots:
    void knowsWhoLooksForHoles_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("agent");
        QTest::addColumn<QByteArray>("sign");
        const auto row = [](const char *path, const char *query, const char *agent, const char *sign) {
            QTest::addRow("%s?%s %s", path, query, agent)
                << QByteArray(path) << QByteArray(query) << QByteArray(agent) << QByteArray(sign);
        };
        row("/api/apps/", "", "sqlmap/1.7.2#stable (https://sqlmap.org)", "sqlmap");
        row("/", "", "Mozilla/5.00 (Nikto/2.5.0)", "nikto");
        row("/a/../../etc/passwd", "", "", "../");
        row("/a/%2E%2e/x", "", "", "../");
        row("/a/%252e%252e%252fx", "", "", "../");
        row("/..%5Cwindows", "", "", "..\\");
        row("/.env", "", "", "/.env");
        row("/sites/shop/.git/config", "", "", "/.git");
        row("/WP-Admin/setup", "", "", "wp-admin");
        row("/index.php", "", "", ".php");
        row("/api/apps/", "search=%3CScript%3Ealert(1)", "", "<script");

        row("/api/apps/store/datatables/products/data/", "title__icontains=script", "python-httpx/0.27", "");
        row("/sites/shop/api/users/me/", "", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0)", "");
        row("/api/apps/store/storage/buckets/a/objects/notes..txt", "page=1", "axios/1.7", "");
        row("/environment/", "", "", "");
    }
    void knowsWhoLooksForHoles()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, agent);
        http::Request request;
        request.path = path;
        request.query = query;
        request.headers = {{"User-Agent", agent}};
        QTEST(server::suspicionOf(request), "sign");
    }
};

QTEST_GUILESS_MAIN(TestSuspicion)
#include "tst_suspicion.moc"
