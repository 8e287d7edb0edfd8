// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/reflection/createstatement.h"
#include "core/data/reflection/sqltokens.h"
#include "core/data/reflection/storedrules.h"
#include "core/data/schema/checkconditions.h"
#include "core/json/writer.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::data;
using namespace Qt::StringLiterals;

namespace {

const ColumnTypes columns{{"title", ColumnType::Text},   {"copies", ColumnType::Integer}, {"price", ColumnType::Number},
                          {"due", ColumnType::Date},     {"open", ColumnType::Boolean},   {"notes", ColumnType::Any},
                          {"Odd name", ColumnType::Text}};

/// "copies minimum 0, copies maximum 5"; "?" for what is not understood.
QString understood(const std::string &condition)
{
    const auto rules = readStoredCheck(condition, columns);
    if (!rules)
        return u"?"_s;
    QStringList parts;
    for (const StoredRule &rule : *rules)
        parts.append(QString::fromStdString(rule.column) + u' ' + spellingOf(rule.kind) + u' ' +
                     QString::fromUtf8(json::write(rule.value)));
    return parts.join(u", "_s);
}

QString defaultOf(const std::string &sql, const DataType &type, sql::Dialect dialect = sql::Dialect::Postgres)
{
    const DdlWriter ddl(sql::Namespace(dialect, "acme", "_"));
    const auto value = readStoredDefault(sql, type, ddl);
    return value ? QString::fromUtf8(json::write(*value)) : u"?"_s;
}

} // namespace

/// What engines say of tables, read as definitions say it.
class TestStoredRules : public QObject
{
    Q_OBJECT

private slots:
    void readsChecks_data();
    void readsChecks();
    void readsDefaults();
    void readsStatements();
    void endsWhereTextsEnd_data();
    void endsWhereTextsEnd();
};

void TestStoredRules::readsChecks_data()
{
    QTest::addColumn<QString>("condition");
    QTest::addColumn<QString>("rules");
    const auto row = [](const char *condition, const char *rules) {
        QTest::newRow(condition) << QString::fromUtf8(condition) << QString::fromUtf8(rules);
    };
    row("(copies >= 0)", "copies minimum 0");
    row("copies<=5", "copies maximum 5");
    row("(0 <= copies)", "copies minimum 0");
    row("((copies >= '-5'::integer) AND (copies <= 5))", "copies minimum -5, copies maximum 5");
    row("copies BETWEEN 1 AND 3", "copies minimum 1, copies maximum 3");
    row("(price >= (0)::numeric)", "price minimum 0");
    row("(price <= 99.50)", "price maximum 99.50");
    row("(due >= '2024-01-01'::date)", "due minimum \"2024-01-01\"");
    row("(length(title) <= 20)", "title maxLength 20");
    row("((char_length((title)::text) >= 2) AND (char_length((title)::text) <= 9))",
        "title minLength 2, title maxLength 9");
    row("title IN ('a', 'it''s')", "title enum [\"a\",\"it's\"]");
    row("(title = ANY (ARRAY['a'::text, 'b'::character varying(3)]))", "title enum [\"a\",\"b\"]");
    row("((title COLLATE \"C\") = ANY (ARRAY['a'::text]))", "title enum [\"a\"]");
    row("(\"Odd name\" IN ('x'))", "Odd name enum [\"x\"]");
    row("(copies > 0)", "?");
    row("(copies >= 0) OR (copies IS NULL)", "?");
    row("(title >= 'a')", "?");
    row("(length(copies) <= 2)", "?");
    row("(length(title) <= '-1'::integer)", "?");
    row("(copies >= price)", "?");
    row("(unknown >= 1)", "?");
    row("(lower(title) IN ('a'))", "?");
    row("(open IN (true, false))", "open enum [true,false]");
    row("(notes IN ('a'))", "?");
    row("(copies >= 0) AND title ~ 'x'", "?");
    row("copies >= '1; DROP TABLE x'", "?");
    row("", "?");
    row("(((", "?");
    row("copies >=", "?");
    row("length(", "?");
}

void TestStoredRules::readsChecks()
{
    QFETCH(QString, condition);
    QFETCH(QString, rules);
    QCOMPARE(understood(condition.toStdString()), rules);
}

void TestStoredRules::readsDefaults()
{
    QCOMPARE(defaultOf("'in'::text", ColumnType::Text), u"\"in\""_s);
    QCOMPARE(defaultOf("'it''s'::character varying(20)", ColumnType::Text), u"\"it's\""_s);
    QCOMPARE(defaultOf("1", ColumnType::Integer), u"1"_s);
    QCOMPARE(defaultOf("'-7'::integer", ColumnType::Integer), u"-7"_s);
    QCOMPARE(defaultOf("(-7)", ColumnType::Integer), u"-7"_s);
    QCOMPARE(defaultOf("1.50", ColumnType::Number), u"1.50"_s);
    QCOMPARE(defaultOf("true", ColumnType::Boolean), u"true"_s);
    QCOMPARE(defaultOf("'{\"a\": 1}'::jsonb", ColumnType::Any), u"{\"a\":1}"_s);
    QCOMPARE(defaultOf("NULL::text", ColumnType::Text), u"null"_s);
    QCOMPARE(defaultOf("now()", ColumnType::DateTime), u"\"now()\""_s);
    QCOMPARE(defaultOf("CURRENT_TIMESTAMP", ColumnType::DateTime), u"\"now()\""_s);
    QCOMPARE(defaultOf("CURRENT_DATE", ColumnType::Date), u"\"current_date\""_s);
    QCOMPARE(defaultOf("gen_random_uuid()", ColumnType::Uuid), u"\"gen_random_uuid()\""_s);
    QCOMPARE(defaultOf("'2024-02-30'::date", ColumnType::Date), u"?"_s);
    QCOMPARE(defaultOf("upper('x'::text)", ColumnType::Text), u"?"_s);
    QCOMPARE(defaultOf("nextval('s'::regclass)", ColumnType::Integer), u"?"_s);
    QCOMPARE(defaultOf("1 + 1", ColumnType::Integer), u"?"_s);
    QCOMPARE(defaultOf("", ColumnType::Text), u"?"_s);
    QCOMPARE(defaultOf("1", ColumnType::Boolean, sql::Dialect::Sqlite), u"true"_s);
    QCOMPARE(defaultOf("date('now')", ColumnType::Date, sql::Dialect::Sqlite), u"\"current_date\""_s);
    QCOMPARE(defaultOf("CURRENT_TIMESTAMP", ColumnType::Text, sql::Dialect::Sqlite), u"?"_s);
    QVERIFY(isConstant("'{a,b}'::text[]"));
    QVERIFY(isConstant("ARRAY[1, 2]"));
    QVERIFY(!isConstant("random()"));
    QVERIFY(!isConstant("nextval('s'::regclass)"));
    QCOMPARE(withoutParentheses("((a) + (b))"), std::string_view("(a) + (b)"));
}

void TestStoredRules::readsStatements()
{
    const CreateStatement made = readCreateStatement(
        "CREATE TABLE \"shop_books\" (\n"
        "  \"id\" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, -- a comment, with CHECK (x)\n"
        "  price TEXT COLLATE tenantry_decimal DEFAULT (coalesce(1, 2)) CONSTRAINT \"shop_books:minimum:price\" CHECK "
        "(price >= '0'),\n"
        "  [odd, name] TEXT CHECK (length([odd, name]) IN (1, 2)) /* , */,\n"
        "  CONSTRAINT \"a:b\" CHECK (price <> ')'), FOREIGN KEY (id) REFERENCES x (y), UNIQUE (price)\n) STRICT");
    QCOMPARE(made.columns.size(), std::size_t(3));
    QCOMPARE(made.columns[0].name, std::string("id"));
    QCOMPARE(made.columns[1].collation, std::string("tenantry_decimal"));
    QCOMPARE(made.columns[2].name, std::string("odd, name"));
    QCOMPARE(made.checks.size(), std::size_t(3));
    QCOMPARE(made.checks[0].name, std::string("shop_books:minimum:price"));
    QCOMPARE(made.checks[1].condition, std::string("length([odd, name]) IN (1, 2)"));
    QCOMPARE(made.checks[1].name, std::string());
    QCOMPARE(made.checks[2].name, std::string("a:b"));
    QCOMPARE(made.checks[2].condition, std::string("price <> ')'"));
}

void TestStoredRules::endsWhereTextsEnd_data()
{
    QTest::addColumn<QByteArray>("sql");
    for (const char *sql : {"",
                            "'",
                            "\"",
                            "/*",
                            "/",
                            "--",
                            "(",
                            "CREATE TABLE x",
                            "CREATE TABLE x (",
                            "CREATE TABLE x (a",
                            "CREATE TABLE x (a CHECK",
                            "CREATE TABLE x (a CHECK (",
                            "CREATE TABLE x (CONSTRAINT",
                            "::",
                            "a::",
                            "a::x(",
                            "COLLATE",
                            "a COLLATE",
                            "a COLLATE b.",
                            "-",
                            "[",
                            "ARRAY["})
        QTest::newRow(*sql ? sql : "nothing") << QByteArray(sql);
}

void TestStoredRules::endsWhereTextsEnd()
{
    QFETCH(QByteArray, sql);
    const std::string text = sql.toStdString();
    QCOMPARE(sqlTokens(text).back().kind, SqlToken::Kind::End);
    readCreateStatement(text);
    readStoredCheck(text, columns);
    defaultOf(text, ColumnType::Text);
    isConstant(text);
}

QTEST_GUILESS_MAIN(TestStoredRules)
#include "tst_storedrules.moc"
