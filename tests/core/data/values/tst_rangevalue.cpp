// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/values/rangevalue.h"

#include "core/json/reader.h"
#include "core/json/writer.h"
#include "tests/support/testdatabase.h"

#include <QTest>

Q_DECLARE_METATYPE(tenantry::data::DataType)

using namespace tenantry;
using namespace Qt::StringLiterals;
using data::ColumnType;
using data::DataType;
using data::RangeKind;

namespace {

DataType range(RangeKind kind)
{
    return DataType::rangeOf(ColumnType::Range, kind);
}

DataType multirange(RangeKind kind)
{
    return DataType::rangeOf(ColumnType::Multirange, kind);
}

// JSON stands here with ' for ", which moc understands better.

json::Value jsonOf(QByteArray text)
{
    return test::expectValue(json::read(text.replace('\'', '"').toStdString()));
}

/// The value as PostgreSQL is given it, or what is wrong.
QString read(const DataType &type, const QByteArray &json)
{
    const data::ParsedValue value = data::valueFromJson(type, jsonOf(json));
    if (!value)
        return u"wrong: "_s + value.error();
    const sql::Value bound = data::bindable(type, *value, sql::Dialect::Postgres);
    return QString::fromStdString(std::get<std::string>(bound.data()));
}

QString neutral(const data::ParsedValue &value)
{
    return value ? QString::fromStdString(std::get<std::string>(value->data())) : u"wrong: "_s + value.error();
}

void compare(const QString &actual, QString expected)
{
    QCOMPARE(actual, expected.replace(u'\'', u'"'));
}

} // namespace

class TestRangeValue : public QObject
{
    Q_OBJECT

private slots:
    void readsJson_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("postgres"); // empty: refused
        const auto row = [](const char *json, RangeKind kind, const char *postgres) {
            QTest::addRow("%s %d", json, int(kind)) << QByteArray(json) << int(kind) << QString::fromLatin1(postgres);
        };
        row("{'lower':1,'upper':5}", RangeKind::Int4, "[1,5)");
        row("{'lower':1,'upper':5,'bounds':'[]'}", RangeKind::Int4, "[1,6)");
        row("{'lower':1,'upper':5,'bounds':'(]'}", RangeKind::Int8, "[2,6)");
        row("{'lower':1,'upper':2,'bounds':'()'}", RangeKind::Int8, "empty");
        row("{'lower':1,'upper':2,'bounds':'()'}", RangeKind::Num, "(1,2)");
        row("{'lower':5,'upper':5}", RangeKind::Num, "empty");
        row("{'lower':5.10,'upper':5.1,'bounds':'[]'}", RangeKind::Num, "[5.1,5.1]");
        row("{'lower':null,'upper':5,'bounds':'[]'}", RangeKind::Int4, "(,6)");
        row("{'lower':9,'bounds':'[]'}", RangeKind::Num, "[9,)");
        row("{}", RangeKind::Num, "(,)");
        row("{'empty':true,'lower':null,'upper':null,'bounds':'()'}", RangeKind::Date, "empty");
        row("{'lower':'2024-02-28','upper':'2024-02-29','bounds':'(]'}", RangeKind::Date, "[2024-02-29,2024-03-01)");
        row("{'lower':'2026-01-01T10:00:00+02:00'}", RangeKind::TimestampTz, "[2026-01-01T08:00:00Z,)");
        row("{'lower':'2026-01-01T10:00:00.5'}", RangeKind::Timestamp, "[2026-01-01T10:00:00.500000,)");
        row("{'lower':5,'upper':1}", RangeKind::Int4, "");
        row("{'lower':2147483648}", RangeKind::Int4, "");
        row("{'upper':2147483647,'bounds':'[]'}", RangeKind::Int4, "");
        row("{'upper':9223372036854775807,'bounds':'[]'}", RangeKind::Int8, "");
        row("{'upper':'9999-12-31','bounds':'[]'}", RangeKind::Date, "");
        row("{'lower':'one'}", RangeKind::Num, "");
        row("{'lower':1,'bounds':'[['}", RangeKind::Num, "");
        row("{'lower':1,'bounds':5}", RangeKind::Num, "");
        row("{'lower':1,'empty':'no'}", RangeKind::Num, "");
        row("{'from':1}", RangeKind::Num, "");
        row("[1,5]", RangeKind::Num, "");
        row("5", RangeKind::Num, "");
    }
    void readsJson()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, kind);
        QFETCH(QString, postgres);
        const QString result = read(range(RangeKind(kind)), json);
        if (postgres.isEmpty())
            QVERIFY2(result.startsWith("wrong: "_L1), qPrintable(result));
        else
            QCOMPARE(result, postgres);
    }

    void mergesMultiranges()
    {
        const DataType integers = multirange(RangeKind::Int4);
        compare(read(integers, "[]"), u"{}"_s);
        compare(read(integers, "[{'lower':7,'upper':9},{'lower':1,'upper':3}]"), u"{[1,3),[7,9)}"_s);
        compare(read(integers, "[{'lower':1,'upper':3},{'lower':3,'upper':5}]"), u"{[1,5)}"_s);
        compare(read(integers, "[{'lower':1,'upper':9},{'lower':3,'upper':5}]"), u"{[1,9)}"_s);
        compare(read(integers, "[{'lower':1,'upper':3},{'empty':true},{'lower':2}]"), u"{[1,)}"_s);
        compare(read(integers, "[{'upper':3},{'upper':2},{'lower':5}]"), u"{(,3),[5,)}"_s);
        const DataType numbers = multirange(RangeKind::Num);
        compare(read(numbers, "[{'lower':1,'upper':3,'bounds':'()'},{'lower':3,'upper':5,'bounds':'()'}]"),
                u"{(1,3),(3,5)}"_s);
        compare(read(numbers, "[{'lower':1,'upper':3,'bounds':'(]'},{'lower':3,'upper':5,'bounds':'()'}]"),
                u"{(1,5)}"_s);
        const QString single = read(numbers, "{'lower':1}");
        QVERIFY(single.startsWith("wrong: "_L1));
        const QString second = read(numbers, "[{'lower':1},5]");
        QVERIFY(second.contains("Element 1"_L1));
    }

    void showsAllFourMembers()
    {
        const DataType numbers = range(RangeKind::Num);
        compare(neutral(data::valueFromText(numbers, "1.50,2")),
                u"{'empty': false, 'lower': 1.5, 'upper': 2, 'bounds': '[)'}"_s);
        compare(neutral(data::valueFromJson(numbers, jsonOf("{'empty':true}"))),
                u"{'empty': true, 'lower': null, 'upper': null, 'bounds': '()'}"_s);
    }

    void readsText()
    {
        const DataType days = range(RangeKind::Date);
        compare(neutral(data::valueFromText(days, "2026-03-01")),
                u"{'empty': false, 'lower': '2026-03-01', 'upper': '2026-03-02', 'bounds': '[)'}"_s);
        compare(neutral(data::valueFromText(days, ",2026-03-01")),
                u"{'empty': false, 'lower': null, 'upper': '2026-03-01', 'bounds': '()'}"_s);
        compare(neutral(data::valueFromText(multirange(RangeKind::Int4), "5,")),
                u"[{'empty': false, 'lower': 5, 'upper': null, 'bounds': '[)'}]"_s);
        for (const char *wrong : {"", "1,2,3", "[1,5)", "{", "'; DROP TABLE x; --", "2026-13-01"})
            QVERIFY2(!data::valueFromText(days, wrong), wrong);
    }

    void readsPostgres_data()
    {
        QTest::addColumn<DataType>("type");
        QTest::addColumn<QByteArray>("printed");
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char *printed, const DataType &type, const char *json) {
            QTest::newRow(printed) << type << QByteArray(printed) << QByteArray(json);
        };
        row("empty", range(RangeKind::Int4), "{'empty':true,'lower':null,'upper':null,'bounds':'()'}");
        row("[1,5)", range(RangeKind::Int4), "{'empty':false,'lower':1,'upper':5,'bounds':'[)'}");
        row("(,)", range(RangeKind::Int8), "{'empty':false,'lower':null,'upper':null,'bounds':'()'}");
        row("(1.50,]", range(RangeKind::Num), "{'empty':false,'lower':1.5,'upper':null,'bounds':'(]'}");
        row("[2024-02-29,2024-03-01)", range(RangeKind::Date),
            "{'empty':false,'lower':'2024-02-29','upper':'2024-03-01','bounds':'[)'}");
        row("['2026-01-01 08:00:00.5','2026-01-02 08:00:00']", range(RangeKind::Timestamp),
            "{'empty':false,'lower':'2026-01-01T08:00:00.500000','upper':'2026-01-02T08:00:00','bounds':'[]'}");
        row("['2026-01-01 08:00:00+00',)", range(RangeKind::TimestampTz),
            "{'empty':false,'lower':'2026-01-01T08:00:00Z','upper':null,'bounds':'[)'}");
        row("{}", multirange(RangeKind::Int4), "[]");
        row("{[1,3),[7,9)}", multirange(RangeKind::Int4),
            "[{'empty':false,'lower':1,'upper':3,'bounds':'[)'},{'empty':false,'lower':7,'upper':9,'bounds':'[)'}]");
    }
    void readsPostgres()
    {
        QFETCH(DataType, type);
        QFETCH(QByteArray, printed);
        QFETCH(QByteArray, json);
        const std::string canonical = json::canonical(jsonOf(json));
        QCOMPARE(data::rangeFromPostgres(type, printed.replace('\'', '"').toStdString()), canonical);
    }
};

QTEST_APPLESS_MAIN(TestRangeValue)
#include "tst_rangevalue.moc"
