// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/compoundoperands.h"

#include "core/json/reader.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;
using data::ColumnType;
using data::DataType;
using data::Spelling;

Q_DECLARE_METATYPE(tenantry::data::DataType)

namespace {

/// The operands as texts, or what is wrong. JSON stands in these tests with ' for ", which moc understands better.
QStringList operands(const char *name, const DataType &type, const json::Value &value, Spelling spelling)
{
    const data::FilterOperator &op = data::meaningOf(*data::filterOperator(name), type);
    if (const auto why = data::compoundMismatch(op, type))
        return {u"mismatch"_s};
    const auto values = data::compoundOperands(op, type, value, spelling);
    if (!values)
        return {u"wrong"_s};
    QStringList texts;
    for (const sql::Value &operand : *values)
        texts += QString::fromStdString(std::get<std::string>(operand.data())).replace(u'"', u'\'');
    return texts;
}

const DataType texts = DataType::listOf(ColumnType::Text);
const DataType slots4 = DataType::rangeOf(ColumnType::Range, data::RangeKind::Int4);
const DataType manySlots = DataType::rangeOf(ColumnType::Multirange, data::RangeKind::Int4);

} // namespace

class TestCompoundOperands : public QObject
{
    Q_OBJECT

private slots:
    void readsText_data()
    {
        QTest::addColumn<QByteArray>("op");
        QTest::addColumn<DataType>("type");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("operands");
        const auto row = [](const char *op, const DataType &type, const char *text, const QStringList &operands) {
            QTest::addRow("%s %d %s", op, int(type.base), text)
                << QByteArray(op) << type << QString::fromUtf8(text).replace(u'\'', u'"') << operands;
        };
        row("acontains", texts, "a,5", {u"['a', '5']"_s});
        row("acontains", texts, "", {u"[]"_s});
        row("acontains", texts, "['a,b']", {u"['a,b']"_s});
        row("acontains", ColumnType::Array, "a,5,true,005", {u"['a', 5, true, '005']"_s});
        row("acontains", ColumnType::Any, "[1, null]", {u"[1, null]"_s});
        row("acontains", ColumnType::Object, "a", {u"mismatch"_s});
        row("aelement", texts, "a,b", {u"['a,b']"_s});
        row("aelement", ColumnType::Array, "1.50", {u"[1.50]"_s});
        row("contains", texts, "a,b", {u"['a', 'b']"_s});
        row("contains", ColumnType::Object, "{'b':1,'a':2}", {u"{'a': 2, 'b': 1}"_s});
        row("contains", ColumnType::Object, "{b}", {u"wrong"_s});
        row("contained_by", ColumnType::Text, "{}", {u"mismatch"_s});
        row("has_key", ColumnType::Object, "a,b", {u"a,b"_s});
        row("has_any_keys", ColumnType::Object, "a,b", {u"a"_s, u"b"_s});
        row("has_all_keys", ColumnType::Any, "['a,b']", {u"a,b"_s});
        row("rcontains", slots4, "5", {u"{'empty': false, 'lower': 5, 'upper': 6, 'bounds': '[)'}"_s});
        row("rcontains", manySlots, "1,5", {u"[{'empty': false, 'lower': 1, 'upper': 5, 'bounds': '[)'}]"_s});
        row("rcontains", ColumnType::Integer, "5", {u"mismatch"_s});
        row("rcontains", slots4, "five", {u"wrong"_s});
    }
    void readsText()
    {
        QFETCH(QByteArray, op);
        QFETCH(DataType, type);
        QFETCH(QString, text);
        QFETCH(QStringList, operands);
        QCOMPARE(::operands(op.constData(), type, json::Value(text), Spelling::Text), operands);
    }

    void readsJson_data()
    {
        QTest::addColumn<QByteArray>("op");
        QTest::addColumn<DataType>("type");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QStringList>("operands");
        const auto row = [](const char *op, const DataType &type, const char *json, const QStringList &operands) {
            QTest::addRow("%s %d %s", op, int(type.base), json)
                << QByteArray(op) << type << QByteArray(json).replace('\'', '"') << operands;
        };
        row("acontains", texts, "['a,b', 'c']", {u"['a,b', 'c']"_s});
        row("acontains", texts, "[5]", {u"wrong"_s});
        row("acontains", texts, "null", {u"wrong"_s});
        row("acontains", ColumnType::Array, "'a,5'", {u"['a', 5]"_s});
        row("acontains", ColumnType::Array, "5", {u"[5]"_s});
        row("aelement", ColumnType::Array, "'5'", {u"['5']"_s});
        row("aelement", ColumnType::Array, "{'a':1}", {u"[{'a': 1}]"_s});
        row("aelement", texts, "null", {u"wrong"_s});
        row("contains", ColumnType::Any, "'text'", {u"'text'"_s});
        row("contains", ColumnType::Any, "null", {u"wrong"_s});
        row("has_any_keys", ColumnType::Object, "['a', 'b,c']", {u"a"_s, u"b,c"_s});
        row("has_any_keys", ColumnType::Object, "[]", {});
        row("has_key", ColumnType::Object, "5", {u"wrong"_s});
        row("rcontains", slots4, "5", {u"{'empty': false, 'lower': 5, 'upper': 6, 'bounds': '[)'}"_s});
        row("rcontains", slots4, "[null, 5]", {u"{'empty': false, 'lower': null, 'upper': 5, 'bounds': '()'}"_s});
        row("rcontains", manySlots, "{'lower':1,'upper':2}",
            {u"[{'empty': false, 'lower': 1, 'upper': 2, 'bounds': '[)'}]"_s});
        row("rcontains", slots4, "[1, 2, 3]", {u"wrong"_s});
        row("rcontains", slots4, "true", {u"wrong"_s});
        row("rcontains", slots4, "null", {u"wrong"_s});
    }
    void readsJson()
    {
        QFETCH(QByteArray, op);
        QFETCH(DataType, type);
        QFETCH(QByteArray, json);
        QFETCH(QStringList, operands);
        const json::Value value = test::expectValue(json::read(json.toStdString()));
        QCOMPARE(::operands(op.constData(), type, value, Spelling::Json), operands);
    }

    void textsLookLikeScalars()
    {
        QVERIFY(data::scalarFromText("5").isNumber());
        QVERIFY(data::scalarFromText("-0.50").isNumber());
        QVERIFY(data::scalarFromText("true").isBool());
        for (const char *text : {"", "TRUE", "1e5", "05", ".5", "5.", "-", "null", "0x10", " 5"})
            QVERIFY2(data::scalarFromText(text).isString(), text);
    }
};

QTEST_APPLESS_MAIN(TestCompoundOperands)
#include "tst_compoundoperands.moc"
