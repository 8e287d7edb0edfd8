// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/documents/fieldextraction.h"
#include "core/data/query/statement.h"
#include "core/data/query/textform.h"
#include "core/json/writer.h"
#include "core/sql/documentmember.h"

#include "tests/support/testdatabase.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;
using data::ColumnType;
using data::DataType;

Q_DECLARE_METATYPE(tenantry::data::DataType)

/// What a document holds, as a column of a type: the same on both engines, null where it is none of its values.
class TestFieldExtraction : public QObject
{
    Q_OBJECT

    test::SharedEngines m_engines;
    std::shared_ptr<sql::Database> m_sqlite;
    std::shared_ptr<sql::Database> m_postgres;

    /// JSON stands here with ' for ", which moc understands better.
    static QString quoted(const char *text) { return QString::fromUtf8(text).replace(u'\'', u'"'); }

    static data::Table tableOf(const DataType &type)
    {
        data::Table table;
        table.providerType = data::documentProvider;
        data::Column &column = table.columns.emplace_back();
        column.name = "it's $1 @v";
        column.type = type;
        return table;
    }

    /// The field's text form, `null` where it has none.
    static QString extracted(sql::Database &database, const DataType &type, const QString &value)
    {
        const sql::Dialect dialect = database.dialect();
        const bool postgres = dialect == sql::Dialect::Postgres;
        const sql::Namespace space(dialect, "main", "_");
        const data::Table table = tableOf(type);
        data::StatementBuilder sql(space, table);
        sql << "SELECT coalesce(CAST(";
        data::writeTextForm(sql, 0);
        sql << " AS TEXT), 'null') FROM (SELECT " << (postgres ? "$1::jsonb" : "$1") << " AS data) AS documents";
        const QString document = u"{\"it's $1 @v\": %1}"_s.arg(value);
        return test::readText(database, sql.take().text.c_str(), {document});
    }

    template<class Row>
    static void addTimes(const Row &row)
    {
        for (const char *date : {"2024-02-29", "2000-02-29", "0400-02-29", "0001-01-01", "9999-12-31", "2023-02-28",
                                 "2026-04-30", "2026-11-30", "2026-12-31"})
            row(ColumnType::Date, QByteArray("'").append(date).append('\'').constData(), date);
        for (const char *date : {"'2023-02-29'", "'1900-02-29'", "'0000-02-29'", "'0000-01-01'", "'2026-04-31'",
                                 "'2026-02-30'", "'2026-13-01'", "'2026-00-01'", "'2026-01-00'", "'2026-1-1'",
                                 "'2026-01-011'", "'12026-01-01'", "20260101", "'today'", "''"})
            row(ColumnType::Date, date);
        for (const char *time : {"2026-01-05T09:00:00Z", "2026-01-05T09:00:00.500000Z", "2024-02-29T23:59:59.999999Z",
                                 "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.000001Z"})
            row(ColumnType::DateTime, QByteArray("'").append(time).append('\'').constData(), time);
        for (const char *time :
             {"'2026-01-05T09:00:00'", "'2026-01-05T09:00:00.5Z'", "'2026-01-05T09:00:00.000000Z'",
              "'2026-01-05T24:00:00Z'", "'2026-01-05T09:60:00Z'", "'2026-01-05T09:00:60Z'", "'2023-02-29T09:00:00Z'",
              "'2026-01-05 09:00:00Z'", "'2026-01-05T09:00:00+00:00'", "'infinity'", "0"})
            row(ColumnType::DateTime, time);
        for (const char *time : {"00:00:00", "23:59:59.999999", "09:30:00.500000"})
            row(ColumnType::Time, QByteArray("'").append(time).append('\'').constData(), time);
        for (const char *time : {"'24:00:00'", "'09:30'", "'09:30:00.5'", "'09:30:00.000000'", "'9:30:00'", "34200"})
            row(ColumnType::Time, time);
    }

private slots:
    void initTestCase()
    {
        m_sqlite = m_engines[u"sqlite"_s].emptySite();
        m_postgres = m_engines[u"postgres"_s].emptySite();
    }

    void extracts_data()
    {
        QTest::addColumn<DataType>("type");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("expected");
        int number = 0;
        const auto row = [&](const DataType &type, const char *value, const char *expected = "null") {
            QTest::addRow("%d: %s", ++number, value) << type << quoted(value) << quoted(expected);
        };
        row(ColumnType::Text, "'a'", "a");
        row(ColumnType::Text, "''", "");
        row(ColumnType::Text, "1");
        row(ColumnType::Text, "['a']");
        row(ColumnType::Text, "null");
        row(ColumnType::Uuid, "'3f2504e0-4f89-41d3-9a0c-0305e82c3301'", "3f2504e0-4f89-41d3-9a0c-0305e82c3301");
        row(ColumnType::Uuid, "'3F2504E0-4f89-41d3-9a0c-0305e82c3301'");
        row(ColumnType::Uuid, "'3f2504e0-4f89-41d3-9a0c-0305e82c330'");
        row(ColumnType::Uuid, "'3f2504e0-4f89-41d3-9a0c-0305e82c33011'");
        row(ColumnType::Integer, "-9223372036854775808", "-9223372036854775808");
        row(ColumnType::Integer, "9223372036854775807", "9223372036854775807");
        row(ColumnType::Integer, "9223372036854775808");
        row(ColumnType::Integer, "1.0", "1");
        row(ColumnType::Integer, "1.5");
        row(ColumnType::Integer, "'1'");
        row(ColumnType::Integer, "true");
        row(ColumnType::Number, "1.50", "1.5");
        row(ColumnType::Number, "100", "100");
        row(ColumnType::Number, "12345678901234567890.123", "12345678901234567890.123");
        row(ColumnType::Number, "'1'");
        row(ColumnType::Boolean, "false", "false");
        row(ColumnType::Boolean, "0");
        row(ColumnType::Boolean, "'true'");
        row(ColumnType::Year, "9999", "9999");
        row(ColumnType::Year, "0");
        row(ColumnType::Year, "10000");
        addTimes(row);
        row(ColumnType::Object, "{'b': 1, 'a': [1.50]}", "{'a': [1.50], 'b': 1}");
        row(ColumnType::Object, "[]");
        row(ColumnType::Array, "[1,{'k':null}]", "[1, {'k': null}]");
        row(ColumnType::Array, "'[]'");
        row(ColumnType::Any, "false", "false");
        row(ColumnType::Any, "'t'", "'t'");
        row(ColumnType::Any, "null");
        row(DataType::listOf(ColumnType::Text), "['a', null]", "['a', null]");
        row(DataType::listOf(ColumnType::Text), "[]", "[]");
        row(DataType::listOf(ColumnType::Text), "['a', 1]");
        row(DataType::listOf(ColumnType::Text), "'a'");
        row(DataType::listOf(ColumnType::Integer), "[3, 1, 2]", "[3, 1, 2]");
        row(DataType::listOf(ColumnType::Integer), "[1.5]");
        row(DataType::listOf(ColumnType::DateTime), "['2026-01-05T09:00:00Z']", "['2026-01-05T09:00:00Z']");
        row(DataType::listOf(ColumnType::DateTime), "['2026-01-05']");
        row(DataType::listOf(ColumnType::Binary), "['AAH/']", "['AAH/']");
    }

    void extracts()
    {
        QFETCH(DataType, type);
        QFETCH(QString, value);
        QFETCH(QString, expected);
        QCOMPARE(extracted(*m_postgres, type, value), expected);
        QCOMPARE(extracted(*m_sqlite, type, value), expected);
    }

    void takesBytes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("bytes") << u"AAH/"_s << u"0001ff"_s;
        QTest::newRow("padded") << u"QQ=="_s << u"41"_s;
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("short") << u"AAH"_s << u"null"_s;
        QTest::newRow("padded within") << u"A=A="_s << u"null"_s;
        QTest::newRow("foreign") << u"AA-_"_s << u"null"_s;
        QTest::newRow("spaces") << u"AA H"_s << u"null"_s;
    }

    void takesBytes()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const data::Table table = tableOf(ColumnType::Binary);
        const QString document = u"{\"it's $1 @v\": \"%1\"}"_s.arg(text);
        const std::string lite = data::fieldSql(table, 0, "d", sql::Dialect::Sqlite);
        const std::string post = data::fieldSql(table, 0, "d", sql::Dialect::Postgres);
        const std::string onSqlite = "SELECT CASE WHEN " + lite + " IS NULL THEN 'null' ELSE lower(hex(" + lite +
                                     ")) END FROM (SELECT $1 AS data) AS d";
        const std::string onPostgres =
            "SELECT coalesce(encode(" + post + ", 'hex'), 'null') FROM (SELECT $1::jsonb AS data) AS d";
        QCOMPARE(test::readText(*m_postgres, onPostgres.c_str(), {document}), expected);
        QCOMPARE(test::readText(*m_sqlite, onSqlite.c_str(), {document}), expected);
    }

    void findsMembers()
    {
        const QByteArray document =
            "{'a': 'x,}', 'b': {'c': [1, '}'], 'a': 2}, 'cc': [[], {}], 'd': -1.50, 'e': 'q\\\\', "
            "'f': null, 'ä': true, 'quote\\'s': 5}";
        const QByteArray text = QByteArray(document).replace('\'', '"');
        const auto found = [&](std::string_view name) {
            const std::string_view whole(text.constData(), std::size_t(text.size()));
            return QString::fromUtf8(json::write(sql::documentMember(whole, name))).replace(u'"', u'\'');
        };
        QCOMPARE(found("a"), u"'x,}'"_s);
        QCOMPARE(found("b"), u"{'c':[1,'}'],'a':2}"_s);
        QCOMPARE(found("c"), u"null"_s);
        QCOMPARE(found("cc"), u"[[],{}]"_s);
        QCOMPARE(found("d"), u"-1.50"_s);
        QCOMPARE(found("e"), u"'q\\\\'"_s);
        QCOMPARE(found("f"), u"null"_s);
        QCOMPARE(found("ä"), u"true"_s);
        QCOMPARE(found("quote\"s"), u"5"_s);
        QCOMPARE(found("none"), u"null"_s);
        for (const char *broken : {"", "{", "{\"a", "{\"a\"", "{\"a\":", "{\"b\": [", "[]", "{\"b\": \"\\", "{]"})
            QVERIFY(sql::documentMember(broken, "a").isNull());
    }

    void mergesDocuments()
    {
        const auto merged = [this](const char *document, const char *changes) {
            return test::readText(*m_sqlite, "SELECT tenantry_merge($1, $2)", {quoted(document), quoted(changes)});
        };
        QCOMPARE(merged("{'a': 1, 'b': {'c': 1}}", "{'b': {'d': 2}, 'a': null, 'e': 1.50}"),
                 quoted("{'a': null, 'b': {'d': 2}, 'e': 1.50}"));
        QCOMPARE(merged("{'bb': 1}", "{}"), quoted("{'bb': 1}"));
    }

    void isAPlainColumnElsewhere()
    {
        data::Table table = tableOf(ColumnType::Text);
        table.primaryKey = {0};
        QCOMPARE(data::fieldSql(table, 0, "t1", sql::Dialect::Postgres), std::string("t1.\"it's $1 @v\""));
        table.primaryKey.clear();
        table.providerType = "flat_table";
        QCOMPARE(data::fieldSql(table, 0, {}, sql::Dialect::Sqlite), std::string("\"it's $1 @v\""));
    }
};

QTEST_GUILESS_MAIN(TestFieldExtraction)

#include "tst_fieldextraction.moc"
