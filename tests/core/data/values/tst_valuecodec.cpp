// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/values/valuecodec.h"

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
