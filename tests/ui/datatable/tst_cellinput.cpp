// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datatable/cellinput.h"

#include "core/json/reader.h"
#include "core/json/writer.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

namespace {

CellInput inputOf(const QString &type)
{
    return CellInput({u"c"_s, {}, type, {}, false, false, {}});
}

} // namespace

class TestCellInput : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); }
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void whatIsShownIsReadBack_data();
    void whatIsShownIsReadBack();
};

void TestCellInput::reads_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("text as it is") << u"string"_s << u" a "_s << R"(" a ")"_ba;
    QTest::newRow("empty text") << u"string"_s << u""_s << R"("")"_ba;
    QTest::newRow("empty number") << u"number"_s << u" "_s << "null"_ba;
    QTest::newRow("integer") << u"integer"_s << u" -42 "_s << "-42"_ba;
    QTest::newRow("digits stay") << u"number"_s << u"12345678901234567890.10"_s << "12345678901234567890.10"_ba;
    QTest::newRow("boolean") << u"boolean"_s << u"True"_s << "true"_ba;
    QTest::newRow("0") << u"boolean"_s << u"0"_s << "false"_ba;
    QTest::newRow("day") << u"date"_s << u"2026-02-28"_s << R"("2026-02-28")"_ba;
    QTest::newRow("time") << u"time"_s << u"09:30"_s << R"("09:30")"_ba;
    QTest::newRow("local time") << u"datetime"_s << u"2026-07-01 12:00"_s << R"("2026-07-01T10:00:00Z")"_ba;
    QTest::newRow("microseconds") << u"datetime"_s << u"2026-01-01 12:00:00.000123"_s
                                  << R"("2026-01-01T11:00:00.000123Z")"_ba;
    QTest::newRow("with a zone") << u"datetime"_s << u"2026-07-01T12:00:00+05:30"_s << R"("2026-07-01T06:30:00Z")"_ba;
    QTest::newRow("object") << u"object"_s << u"{\"a\": [1]}"_s << R"({"a":[1]})"_ba;
    QTest::newRow("any") << u"any"_s << u"\"text\""_s << R"("text")"_ba;
}

void TestCellInput::reads()
{
    QFETCH(QString, type);
    QFETCH(QString, typed);
    const auto value = inputOf(type).parse(typed);
    QVERIFY2(value, value ? "" : qPrintable(value.error().message));
    QTEST(json::write(*value), "sent");
}

void TestCellInput::refuses_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("typed");
    QTest::newRow("fraction") << u"integer"_s << u"1.5"_s;
    QTest::newRow("beyond 64 bits") << u"integer"_s << u"9223372036854775808"_s;
    QTest::newRow("comma") << u"number"_s << u"1,5"_s;
    QTest::newRow("word") << u"number"_s << u"cheap"_s;
    QTest::newRow("NaN") << u"number"_s << u"NaN"_s;
    QTest::newRow("yes") << u"boolean"_s << u"yes"_s;
    QTest::newRow("no such day") << u"date"_s << u"2026-02-30"_s;
    QTest::newRow("no such hour") << u"time"_s << u"25:00"_s;
    QTest::newRow("day without time") << u"datetime"_s << u"2026-01-01"_s;
    QTest::newRow("no such moment") << u"datetime"_s << u"2026-02-30 10:00"_s;
    QTest::newRow("no JSON") << u"object"_s << u"{a}"_s;
}

void TestCellInput::refuses()
{
    QFETCH(QString, type);
    QFETCH(QString, typed);
    const auto value = inputOf(type).parse(typed);
    QVERIFY(!value);
    QVERIFY(value.error().message.startsWith(u"Type "_s));
}

void TestCellInput::whatIsShownIsReadBack_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("stored");
    QTest::newRow("null") << u"integer"_s << "null"_ba;
    QTest::newRow("number") << u"number"_s << "39.90"_ba;
    QTest::newRow("boolean") << u"boolean"_s << "false"_ba;
    QTest::newRow("moment") << u"datetime"_s << R"("2026-01-05T09:00:00Z")"_ba;
    QTest::newRow("microseconds") << u"datetime"_s << R"("2026-01-05T09:00:00.123456Z")"_ba;
    QTest::newRow("document") << u"object"_s << R"({"a":{"b":[1,2]}})"_ba;
    QTest::newRow("lines") << u"string"_s << R"("a\nb")"_ba;
}

void TestCellInput::whatIsShownIsReadBack()
{
    QFETCH(QString, type);
    QFETCH(QByteArray, stored);
    const CellInput input = inputOf(type);
    const json::Value value = json::read({stored.constData(), size_t(stored.size())}).value();
    const auto read = input.parse(input.text(value));
    QVERIFY(read);
    QCOMPARE(json::write(*read), stored);
}

QTEST_GUILESS_MAIN(TestCellInput)
#include "tst_cellinput.moc"
