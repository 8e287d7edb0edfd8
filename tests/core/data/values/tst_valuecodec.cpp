// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/values/valuecodec.h"

#include "core/data/values/listvalue.h"
#include "core/data/values/vectorvalue.h"
#include "core/json/reader.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;
using data::ColumnType;

namespace {

/// A value as a test names it: "i5", "sText", "btrue", "xHEX", "null".
QString described(const sql::Value &value)
{
    if (const auto *number = std::get_if<std::int64_t>(&value.data()))
        return u"i%1"_s.arg(*number);
    if (const auto *text = std::get_if<std::string>(&value.data()))
        return u's' + QString::fromStdString(*text);
    if (const auto *flag = std::get_if<bool>(&value.data()))
        return *flag ? u"btrue"_s : u"bfalse"_s;
    if (const auto *blob = std::get_if<sql::Blob>(&value.data()))
        return u'x' + QString::fromLatin1(blob->bytes.toHex());
    return u"null"_s;
}

data::Column column(ColumnType type)
{
    data::Column result;
    result.name = "field";
    result.type = type;
    return result;
}

} // namespace

class TestValueCodec : public QObject
{
    Q_OBJECT

private slots:
    void readsJson_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("neutral"); // empty: refused
        const auto row = [](const char *name, ColumnType type, const char *json, const char *neutral) {
            QTest::newRow(name) << int(type) << QByteArray(json) << QString::fromUtf8(neutral);
        };
        row("null", ColumnType::Integer, "null", "null");
        row("text", ColumnType::Text, "\"a\u00e9\"", "saé");
        row("text from number", ColumnType::Text, "5", "");
        row("uuid", ColumnType::Uuid, "\"3F2504E0-4F89-41D3-9A0C-0305E82C3301\"",
            "s3f2504e0-4f89-41d3-9a0c-0305e82c3301");
        row("uuid without hyphens", ColumnType::Uuid, "\"3F2504E04F8941D39A0C0305E82C3301\"", "");
        row("uuid with a wrong letter", ColumnType::Uuid, "\"3F2504E0-4F89-41D3-9A0C-0305E82C330g\"", "");
        row("binary", ColumnType::Binary, "\"aGk=\"", "x6869");
        row("binary without padding", ColumnType::Binary, "\"aGk\"", "x6869");
        row("binary with a character too many", ColumnType::Binary, "\"aGkaa\"", "");
        row("binary with half its padding", ColumnType::Binary, "\"aA=\"", "");
        row("binary that is no base64", ColumnType::Binary, "\"a*b\"", "");
        row("integer", ColumnType::Integer, "-9223372036854775808", "i-9223372036854775808");
        row("integer too large", ColumnType::Integer, "9223372036854775808", "");
        row("integer from text", ColumnType::Integer, "\"12\"", "i12");
        row("integer from part of a text", ColumnType::Integer, "\"12 apples\"", "");
        row("integer with an empty fraction", ColumnType::Integer, "12.0", "i12");
        row("integer with a fraction", ColumnType::Integer, "12.5", "");
        row("integer from boolean", ColumnType::Integer, "true", "");
        row("number", ColumnType::Number, "0.10", "s0.1");
        row("number with exponent", ColumnType::Number, "1e20", "s100000000000000000000");
        row("minus zero", ColumnType::Number, "-0", "s0");
        row("long number", ColumnType::Number, "123456789012345678901234567890.123",
            "s123456789012345678901234567890.123");
        row("number from text", ColumnType::Number, "\"1.50\"", "s1.5");
        row("number from words", ColumnType::Number, "\"NaN\"", "");
        row("boolean", ColumnType::Boolean, "true", "btrue");
        row("boolean from text", ColumnType::Boolean, "\"False\"", "bfalse");
        row("boolean from number", ColumnType::Boolean, "1", "");
        row("date", ColumnType::Date, "\"2024-02-29\"", "s2024-02-29");
        row("date that is none", ColumnType::Date, "\"2023-02-29\"", "");
        row("date from number", ColumnType::Date, "20240229", "");
        row("datetime", ColumnType::DateTime, "\"1970-01-01T00:00:01Z\"", "i1000000");
        row("datetime with offset", ColumnType::DateTime, "\"1970-01-01T02:00:00+02:00\"", "i0");
        row("datetime with more digits", ColumnType::DateTime, "\"1970-01-01T00:00:00.1234569Z\"", "i123456");
        row("datetime at second 60", ColumnType::DateTime, "\"2016-12-31T23:59:60Z\"", "");
        row("datetime infinity", ColumnType::DateTime, "\"infinity\"", "");
        row("time", ColumnType::Time, "\"00:00:01.5\"", "i1500000");
        row("time at hour 24", ColumnType::Time, "\"24:00:00\"", "");
        row("year", ColumnType::Year, "2024", "i2024");
        row("year zero", ColumnType::Year, "0", "");
        row("object", ColumnType::Object, "{\"bb\":1,\"a\":[true]}", "s{\"a\": [true], \"bb\": 1}");
        row("object from array", ColumnType::Object, "[]", "");
        row("array", ColumnType::Array, "[1,\"x\"]", "s[1, \"x\"]");
        row("array from object", ColumnType::Array, "{}", "");
        row("any text", ColumnType::Any, "\"x\"", "s\"x\"");
    }
    void readsJson()
    {
        QFETCH(int, type);
        QFETCH(QByteArray, json);
        QFETCH(QString, neutral);
        const json::Value value = test::expectValue(json::read(json.toStdString()));
        const data::ParsedValue result = data::valueFromJson(column(ColumnType(type)), value);
        if (neutral.isEmpty())
            QVERIFY(!result && !result.error().isEmpty());
        else
            QCOMPARE(described(result.value()), neutral);
    }

    void readsText()
    {
        QCOMPARE(described(data::valueFromText(column(ColumnType::Text), "").value()), u"s"_s);
        QCOMPARE(described(data::valueFromText(column(ColumnType::Boolean), "TRUE").value()), u"btrue"_s);
        QCOMPARE(described(data::valueFromText(column(ColumnType::Boolean), "1").value()), u"btrue"_s);
        QCOMPARE(described(data::valueFromText(column(ColumnType::Object), "{\"a\":1}").value()), u"s{\"a\": 1}"_s);
        QVERIFY(!data::valueFromText(column(ColumnType::Object), "{a}"));
        QVERIFY(!data::valueFromText(column(ColumnType::Integer), ""));
        QVERIFY(!data::valueFromText(column(ColumnType::Text), std::string_view("a\0b", 3)));
    }

    /// Answers wrap documents in a few levels more, and are read with a limit.
    void documentsAreNestedOnlySoDeep()
    {
        const auto nested = [](int levels) {
            return std::string(std::size_t(levels), '[') + std::string(std::size_t(levels), ']');
        };
        for (const ColumnType type : {ColumnType::Array, ColumnType::Any}) {
            QVERIFY(data::valueFromJson(column(type), test::expectValue(json::read(nested(56)))));
            const auto refused = data::valueFromJson(column(type), test::expectValue(json::read(nested(57))));
            QVERIFY(!refused);
            QVERIFY(refused.error().contains(u"56 levels"_s));
        }
        const auto object = test::expectValue(json::read("{\"a\":" + nested(56) + '}'));
        QVERIFY(!data::valueFromJson(column(ColumnType::Object), object));
    }

    void readsLists_data()
    {
        QTest::addColumn<int>("element");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("neutral"); // empty: refused
        QTest::addColumn<QString>("postgres");
        const auto row = [](const char *name, ColumnType type, const char *json, const char *neutral,
                            const char *postgres) {
            QTest::newRow(name) << int(type) << QByteArray(json) << QString::fromUtf8(neutral)
                                << QString::fromUtf8(postgres);
        };
        row("empty", ColumnType::Text, "[]", "s[]", "s{}");
        row("texts", ColumnType::Text, R"(["a", "b,c", "NULL", "", " "])", R"(s["a", "b,c", "NULL", "", " "])",
            R"(s{"a","b,c","NULL",""," "})");
        row("null elements", ColumnType::Integer, "[1, null]", "s[1, null]", "s{1,NULL}");
        row("integers", ColumnType::Integer, "[9223372036854775807, \"12\", 3.0]", "s[9223372036854775807, 12, 3]",
            "s{9223372036854775807,12,3}");
        row("numbers", ColumnType::Number, "[1.50, 1e2]", "s[1.5, 100]", "s{1.5,100}");
        row("booleans", ColumnType::Boolean, "[true, \"False\"]", "s[true, false]", "s{t,f}");
        row("uuids", ColumnType::Uuid, "[\"3F2504E0-4F89-41D3-9A0C-0305E82C3301\"]",
            "s[\"3f2504e0-4f89-41d3-9a0c-0305e82c3301\"]", "s{\"3f2504e0-4f89-41d3-9a0c-0305e82c3301\"}");
        row("dates", ColumnType::Date, "[\"2024-02-29\"]", "s[\"2024-02-29\"]", "s{\"2024-02-29\"}");
        row("datetimes", ColumnType::DateTime, "[\"1970-01-01T02:00:00.5+02:00\"]",
            "s[\"1970-01-01T00:00:00.500000Z\"]", "s{\"1970-01-01T00:00:00.500000Z\"}");
        row("times", ColumnType::Time, "[\"09:30\"]", "s[\"09:30:00\"]", "s{\"09:30:00\"}");
        row("binaries", ColumnType::Binary, "[\"AAH/\"]", "s[\"AAH/\"]", R"(s{"\\x0001ff"})");
        row("no array", ColumnType::Text, "\"a\"", "", "");
        row("nested", ColumnType::Text, "[[\"a\"]]", "", "");
        row("of another type", ColumnType::Integer, "[1, \"two\"]", "", "");
    }
    void readsLists()
    {
        QFETCH(int, element);
        QFETCH(QByteArray, json);
        QFETCH(QString, neutral);
        QFETCH(QString, postgres);
        const data::DataType type = data::DataType::listOf(ColumnType(element));
        const data::ParsedValue result = data::valueFromJson(type, test::expectValue(json::read(json.toStdString())));
        if (neutral.isEmpty()) {
            QVERIFY(!result && !result.error().isEmpty());
            return;
        }
        QCOMPARE(described(result.value()), neutral);
        const sql::Value bound = data::bindable(type, *result, sql::Dialect::Postgres);
        QCOMPARE(described(bound), postgres);
        // What PostgreSQL prints is what it was given, but for quotes that are not needed.
        if (type.element != ColumnType::DateTime)
            QCOMPARE(described(data::listFromPostgres(type.element, std::get<std::string>(bound.data()))), neutral);
    }

    void namesTheElementThatIsWrong()
    {
        const auto result = data::valueFromJson(data::DataType::listOf(ColumnType::Integer),
                                                json::Array{json::Value(1), json::Value("two")});
        QCOMPARE(result.error(), u"Element 1: Expected an integer of at most 64 bits."_s);
    }

    void readsListsFromText()
    {
        const auto texts = data::DataType::listOf(ColumnType::Text);
        const auto integers = data::DataType::listOf(ColumnType::Integer);
        QCOMPARE(described(data::valueFromText(texts, "a,b,").value()), u"s[\"a\", \"b\", \"\"]"_s);
        QCOMPARE(described(data::valueFromText(texts, "").value()), u"s[]"_s);
        QCOMPARE(described(data::valueFromText(texts, "[\"a,b\"]").value()), u"s[\"a,b\"]"_s);
        QCOMPARE(described(data::valueFromText(texts, "[a").value()), u"s[\"[a\"]"_s);
        QCOMPARE(described(data::valueFromText(integers, "1,2").value()), u"s[1, 2]"_s);
        QVERIFY(!data::valueFromText(integers, "1,two"));
    }

    void readsListsOfPostgres()
    {
        QCOMPARE(described(data::listFromPostgres(ColumnType::Text, R"({a,NULL,"NULL","b,c",""})")),
                 u"s[\"a\", null, \"NULL\", \"b,c\", \"\"]"_s);
        QCOMPARE(described(data::listFromPostgres(ColumnType::DateTime, R"({"2026-01-05 09:00:00.5+00"})")),
                 u"s[\"2026-01-05T09:00:00.500000Z\"]"_s);
        QCOMPARE(described(data::listFromPostgres(ColumnType::Number, "{1.50,-0.0}")), u"s[1.5, 0]"_s);
    }

    void readsVectors()
    {
        const auto three = data::DataType::vectorOf(3);
        const auto vector = data::valueFromText(three, "[0.1, -0, 1e-5]");
        QCOMPARE(described(vector.value()), u"xcdcccc3d00000000acc52737"_s);
        QCOMPARE(described(data::bindable(three, *vector, sql::Dialect::Postgres)), u"s{0.1,0,1e-05}"_s);
        QCOMPARE(data::vectorJson(std::get<sql::Blob>(vector->data()).bytes), std::string("[0.1, 0, 1e-05]"));
        QCOMPARE(data::vectorJsonFromPostgres("{0.1,0,1e-05}"), std::string("[0.1, 0, 1e-05]"));
        QVERIFY(data::valueFromJson(three, json::Value()).value().isNull());
        for (const char *wrong : {"[1,2]", "[1,2,3,4]", "[1,2,\"3\"]", "[1,2,null]", "[1,2,1e39]", "{}", "1,2,3", ""})
            QCOMPARE(data::valueFromText(three, wrong).error(), u"Expected an array of 3 numbers."_s);
    }

    void bindsPerEngine()
    {
        const sql::Value second(std::int64_t{1'000'000});
        QCOMPARE(described(data::bindable(ColumnType::DateTime, second, sql::Dialect::Sqlite)), u"i1000000"_s);
        QCOMPARE(described(data::bindable(ColumnType::DateTime, second, sql::Dialect::Postgres)),
                 u"s1970-01-01T00:00:01Z"_s);
        QCOMPARE(described(data::bindable(ColumnType::Time, second, sql::Dialect::Postgres)), u"s00:00:01"_s);
        QCOMPARE(described(data::bindable(ColumnType::Integer, second, sql::Dialect::Postgres)), u"i1000000"_s);
    }

    void compares()
    {
        QVERIFY(data::compareValues(ColumnType::Number, "9", "10") < 0);
        QVERIFY(data::compareValues(ColumnType::Number, "-9", "-10") > 0);
        QVERIFY(data::compareValues(ColumnType::Text, "9", "10") > 0);
        QVERIFY(data::sameValue(sql::Value(), sql::Value()));
        QVERIFY(!data::sameValue(sql::Value(1), sql::Value("1")));
        QVERIFY(data::sameValue(sql::Value(sql::Blob{"a"}), sql::Value(sql::Blob{"a"})));
        QVERIFY(!data::sameValue(sql::Value(sql::Blob{"a"}), sql::Value("a")));
    }
};

QTEST_APPLESS_MAIN(TestValueCodec)
#include "tst_valuecodec.moc"
