// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routing/preferences.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::server;
using namespace Qt::StringLiterals;

namespace {

Result<Preferences> parsed(const QByteArray &header)
{
    http::Request request;
    for (const QByteArray &line : header.split('\n'))
        request.headers.emplace_back("prefer", line);
    return Preferences::parse(request, {Preference::Transaction, Preference::MaxAffected, Preference::Count});
}

} // namespace

class TestPreferences : public QObject
{
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("applied");
        const auto row = [](const char *header, const char *applied) {
            QTest::newRow(header) << QByteArray(header) << QByteArray(applied);
        };
        row("", "");
        row("tx=rollback", "tx=rollback");
        row("TX = rollback", "tx=rollback");
        row("tx=\"rollback\"", "tx=rollback");
        row("tx=commit, max-affected=3", "tx=commit, max-affected=3");
        row("respond-async, wait=\"a,b\\\",tx=rollback\", count=none", "count=none");
        row("tx=rollback; why=\"a, b\"", "tx=rollback");
        row("max-affected=1\ntx=rollback", "max-affected=1, tx=rollback");
        row("max-affected=1, max-affected=2", "max-affected=1");
        row("handling=strict, count=estimated", "count=estimated");
        row(",,; ,=x", "");
    }
    void reads()
    {
        QFETCH(QByteArray, header);
        const auto preferences = parsed(header);
        QVERIFY(preferences);
        QTEST(preferences->applied, "applied");
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("header");
        for (const char *header : {"tx", "tx=rolback", "tx=", "max-affected=x", "max-affected=-1", "max-affected",
                                   "count=guess", "handling=strict, wait=1", "wait=1, handling=strict"})
            QTest::newRow(header) << QByteArray(header);
    }
    void refuses()
    {
        QFETCH(QByteArray, header);
        QCOMPARE(parsed(header).error().code, ErrorCode::BadRequest);
    }

    void rehearsalsAreNeverIgnored()
    {
        http::Request request;
        request.headers.emplace_back("Prefer", "tx=rollback");
        QCOMPARE(Preferences::parse(request, {Preference::Count}).error().code, ErrorCode::BadRequest);
        request.headers.front().second = "tx=commit, max-affected=x, count=none";
        QCOMPARE(Preferences::parse(request, {Preference::Count})->applied, QByteArray("count=none"));
    }
};

QTEST_GUILESS_MAIN(TestPreferences)
#include "tst_preferences.moc"
