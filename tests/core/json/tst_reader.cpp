// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/reader.h"
#include "core/json/writer.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *accepted[] = {"null",
                                    "true",
                                    "false",
                                    "[]",
                                    "{}",
                                    "\"\"",
                                    "0",
                                    "-1",
                                    "9223372036854775807",
                                    "-9223372036854775808",
                                    "18446744073709551615",
                                    "18446744073709551616",
                                    "0.1000000000000000055511151231257827",
                                    "1.50",
                                    "1e400",
                                    "123456789012345678901234567890.123456789",
                                    "{\"b\":1,\"a\":[{\"c\":null},true,\"x\"],\"\":{}}",
                                    "\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\"",
                                    "\"\xc3\xa9\xf0\x9f\x98\x80\""};

constexpr const char *malformedTexts[] = {"",          " ",      "{",   "[1,]",    "{\"a\":1,}", "nul",
                                          "01",        "+1",     ".5",  "1.",      "'a'",        "1 2",
                                          "{\"a\" 1}", "\"\n\"", "NaN", "// c\n1", "\"\\x\""};

Result<json::Value> readBytes(const QByteArray &text)
{
    return json::read({text.constData(), static_cast<std::size_t>(text.size())});
}

} // namespace

class TestReader : public QObject
{
    Q_OBJECT

private slots:
    void readsAndWritesBack_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : accepted)
            QTest::newRow(text) << QByteArray(text);
    }

    void readsAndWritesBack()
    {
        QFETCH(QByteArray, text);
        const auto value = readBytes(text);
        QVERIFY2(value, value ? "" : qPrintable(value.error().message));
        QCOMPARE(json::write(*value), text);
    }

    void joinsEscapedSurrogatePairs() { QCOMPARE(readBytes(R"("\ud83d\ude00")")->text(), u"\U0001F600"_s); }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("path");

        const auto malformed = ErrorCode::BadRequest;
        const auto invalid = ErrorCode::Validation;
        for (const char *text : malformedTexts)
            QTest::newRow(text) << QByteArray(text) << malformed << QString();
        QTest::newRow("invalid UTF-8") << QByteArray("\"\xff\"") << malformed << QString();
        QTest::newRow("overlong UTF-8") << QByteArray("\"\xc0\x80\"") << malformed << QString();
        QTest::newRow("surrogate in UTF-8") << QByteArray("\"\xed\xa0\x80\"") << malformed << QString();
        QTest::newRow("cut UTF-8") << QByteArray("\"\xc3\"") << malformed << QString();

        QTest::newRow("duplicate key") << QByteArray(R"({"a":{"b":1,"b":2}})") << invalid << u"a.b"_s;
        QTest::newRow("duplicate by escape") << QByteArray(R"({"b":1,"\u0062":2})") << invalid << u"b"_s;
        QTest::newRow("nul") << QByteArray(R"({"rows":[{"t":"x"},{"t":"\u0000"}]})") << invalid << u"rows.1.t"_s;
        QTest::newRow("nul in key") << QByteArray(R"({"a\u0000":1})") << invalid << u"a\\u0000"_s;
        QTest::newRow("high surrogate") << QByteArray(R"({"t":"\ud800x"})") << invalid << u"t"_s;
        QTest::newRow("low surrogate") << QByteArray(R"({"t":"\udc00"})") << invalid << u"t"_s;
        QTest::newRow("huge exponent") << QByteArray(R"([1e2000000000])") << invalid << u"0"_s;
        QTest::newRow("tiny exponent") << QByteArray(R"({"n":1e-2000000000})") << invalid << u"n"_s;
        QTest::newRow("exponent beyond 64 bits") << QByteArray(R"([1e-99999999999999999999])") << invalid << u"0"_s;
    }

    void refuses()
    {
        QFETCH(QByteArray, text);
        QFETCH(ErrorCode, code);
        QFETCH(QString, path);
        const auto value = readBytes(text);
        QVERIFY(!value);
        QCOMPARE(value.error().code, code);
        if (code == ErrorCode::Validation)
            QCOMPARE(value.error().fields.at(0).path, path);
    }

    void findsDuplicatesAmongManyKeys()
    {
        QByteArray text = "{";
        for (int i = 0; i < 200; ++i)
            text += "\"k" + QByteArray::number(i) + "\":0,";
        QVERIFY(readBytes(text + "\"k\":1}"));
        for (const int again : {0, 15, 16, 199}) {
            const auto value = readBytes(text + "\"k" + QByteArray::number(again) + "\":1}");
            QVERIFY(!value);
            QCOMPARE(value.error().fields.at(0).path, u"k%1"_s.arg(again));
        }
    }

    void allowsTheLimitOfNesting()
    {
        QVERIFY(readBytes(QByteArray(64, '[') + QByteArray(64, ']')));
        QVERIFY(!readBytes(QByteArray(65, '[') + QByteArray(65, ']')));
        QVERIFY(!readBytes(QByteArray(200'000, '[')));
    }

    void saysWhere()
    {
        const auto value = readBytes("{\n  \"a\": 1,\n  \"b\" 2\n}");
        QVERIFY(!value);
        QCOMPARE(value.error().message, u"This is not valid JSON (line 3, column 7)."_s);
        QVERIFY(!value.error().detail.contains(u"json.exception"));
    }
};

QTEST_APPLESS_MAIN(TestReader)
#include "tst_reader.moc"
