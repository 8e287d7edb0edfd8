// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/conditionwriter.h"
#include "core/data/query/statement.h"
#include "core/data/query/textform.h"

#include "tests/support/testtables.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;
using access::Predicate;

/// What a builder writes about a table depends on the scope it is in.
class TestStatement : public QObject
{
    Q_OBJECT

    test::TestTables m_tables;
    std::shared_ptr<const data::Table> m_shelves = m_tables.add("shelves", R"({
        "fields": [{"name": "id", "type": "integer"}, {"name": "room", "type": "string"}], "primaryKey": "id"})");
    std::shared_ptr<const data::Table> m_books = m_tables.add("books", R"({
        "fields": [{"name": "id", "type": "integer"}, {"name": "shelf", "type": "integer"}], "primaryKey": "id"})");
    const sql::Namespace m_sqlite{sql::Dialect::Sqlite, "main", "_"};
    const sql::Namespace m_postgres{sql::Dialect::Postgres, "acme", "_"};

    static QString textOf(data::StatementBuilder &sql) { return QString::fromStdString(sql.take().text); }

private slots:
    void writesPlainNamesOfItsOneTable()
    {
        data::StatementBuilder sql(m_postgres, *m_books);
        sql.columns({0, 1}) << " FROM ";
        sql.tableName();
        QCOMPARE(textOf(sql), uR"("id", "shelf" FROM "acme"."shop_books")"_s);
    }

    void qualifiesInAScopeAndNotBehindIt()
    {
        data::StatementBuilder sql(m_postgres, *m_books);
        {
            const data::TableScope scope(sql, *m_shelves);
            sql << "FROM ";
            sql.tableName() << " WHERE ";
            sql.column(0) << " = ";
            sql.column(scope.outer(), 1) << " AND ";
            data::writeCondition(sql, {.column = 1, .op = data::Operator::LikeIgnoringCase, .operands = {"A%"}});
            sql << " AND ";
            data::writeGuards(sql, {Predicate::compare(Predicate::Kind::Equal, Predicate::column("room"),
                                                       Predicate::literal("north"))});
        }
        sql << "; ";
        sql.column(1);
        QCOMPARE(textOf(sql), uR"(FROM "acme"."shop_shelves" AS t1 WHERE t1."id" = "shop_books"."shelf" )"
                              uR"(AND upper((t1."room") COLLATE "und-x-icu") COLLATE "C" LIKE $1 )"
                              uR"(AND ((t1."room" IS NOT DISTINCT FROM $2)); "shelf")"_s);
    }

    void nestsScopesOfTheSameTable()
    {
        data::StatementBuilder sql(m_sqlite, *m_books);
        const data::TableScope first(sql, *m_books);
        sql.column(1) << " = ";
        sql.column(first.outer(), 0);
        {
            const data::TableScope second(sql, *m_books);
            sql << " AND ";
            sql.column(1) << " = ";
            sql.column(second.outer(), 0) << " AND ";
            data::writeTextForm(sql, 0);
        }
        const data::TableScope third(sql, *m_shelves);
        sql << " AND ";
        sql.column(0);
        QCOMPARE(textOf(sql), uR"(t1."shelf" = "shop_books"."id" AND t2."shelf" = t1."id" )"
                              uR"(AND CAST(t2."id" AS TEXT) AND t3."id")"_s);
    }
};

QTEST_APPLESS_MAIN(TestStatement)
#include "tst_statement.moc"
