// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/namespace.h"

#include <QTest>

using namespace tenantry::sql;

/// How names in braces become an engine's.
class TestNamespace : public QObject
{
    Q_OBJECT

private slots:
    void resolves_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("sqlite");
        QTest::addColumn<QByteArray>("postgres");
        QTest::newRow("table") << QByteArray("SELECT * FROM {users}") << QByteArray("SELECT * FROM \"_users\"")
                               << QByteArray("SELECT * FROM \"acme\".\"_users\"");
        QTest::newRow("unqualified") << QByteArray("CREATE INDEX {#users_email} ON {users} (email)")
                                     << QByteArray("CREATE INDEX \"_users_email\" ON \"_users\" (email)")
                                     << QByteArray("CREATE INDEX \"_users_email\" ON \"acme\".\"_users\" (email)");
        QTest::newRow("type") << QByteArray("a {:text}, b {:integer}, c {:blob}")
                              << QByteArray("a TEXT, b INTEGER, c BLOB")
                              << QByteArray("a text COLLATE \"C\", b bigint, c bytea");
        QTest::newRow("unknown type") << QByteArray("a {:nonsense}") << QByteArray("a {:nonsense}")
                                      << QByteArray("a {:nonsense}");
        for (const char *same : {"DEFAULT '{}'", "DEFAULT '{users}'", "\"{users}\"", "-- {users}\nSELECT 1",
                                 "'it''s {users}'", "{Users}", "{", "{}", "{a b}", "SELECT 1 - -1", "'open {users}"})
            QTest::newRow(same) << QByteArray(same) << QByteArray(same) << QByteArray(same);
    }
    void resolves()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, sqlite);
        QFETCH(QByteArray, postgres);
        const std::string sql = text.toStdString();
        QCOMPARE(QByteArray::fromStdString(Namespace(Dialect::Sqlite, "main", "_").resolve(sql)), sqlite);
        QCOMPARE(QByteArray::fromStdString(Namespace(Dialect::Postgres, "acme", "_").resolve(sql)), postgres);
    }

    void namesAreQuoted()
    {
        QCOMPARE(quoteIdentifier("a\"; DROP TABLE b; --"), std::string("\"a\"\"; DROP TABLE b; --\""));
        QCOMPARE(quoteLiteral("it's"), std::string("'it''s'"));
        QCOMPARE(Namespace(Dialect::Postgres, "a\"b", "_").table("c\"d"), std::string("\"a\"\"b\".\"c\"\"d\""));
        QCOMPARE(Namespace(Dialect::Sqlite, "main", "_").table("shop_orders"), std::string("\"shop_orders\""));
    }
};

QTEST_APPLESS_MAIN(TestNamespace)
#include "tst_namespace.moc"
