// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/number.h"
#include "core/json/reader.h"
#include "core/json/writer.h"

#include <QTest>

#include <limits>

using namespace tenantry;
using namespace Qt::StringLiterals;

class TestWriter : public QObject
{
    Q_OBJECT

private slots:
    void separatesWithCommas()
    {
        QByteArray out;
        json::Writer writer(out);
        writer.beginObject().member("a", 1).key("b").beginArray().value(true).null().value("x").endArray();
        writer.rawKey("\"c\":").beginObject().endObject().key("d").raw("1.50").key("e").value(u"\u00e9\"\n"_s);
        writer.key("f").value(0.1).endObject();
        QCOMPARE(out, QByteArray("{\"a\":1,\"b\":[true,null,\"x\"],\"c\":{},\"d\":1.50,\"e\":\"\xc3\xa9\\\"\\n\","
                                 "\"f\":0.1}"));
    }

    void writesWhatIsNoNumberAsNull()
    {
        QByteArray out;
        json::Writer(out).value(std::numeric_limits<double>::infinity());
        QCOMPARE(out, QByteArray("null"));
        QCOMPARE(json::write(std::numeric_limits<double>::quiet_NaN()), QByteArray("null"));
    }

    void escapesWhereverItStands()
    {
        for (int before = 0; before < 20; ++before) {
            for (int after = 0; after < 20; ++after) {
                const std::string plain(before, 'a');
                const std::string rest(after, '\xc3');
                for (const auto &[character, escaped] :
                     {std::pair('"', "\\\""), {'\\', "\\\\"}, {'\n', "\\n"}, {'\0', "\\u0000"}, {'\x1f', "\\u001f"}}) {
                    const QByteArray expected = QByteArray::fromStdString('"' + plain + escaped + rest + '"');
                    QCOMPARE(json::quoted(plain + character + rest), expected);
                }
            }
        }
    }

    void escapesControlCharacters() { QCOMPARE(json::quoted("\x01\x1f\x7f"), QByteArray("\"\\u0001\\u001f\x7f\"")); }

    /// The expected texts are what `SELECT '...'::jsonb` answers on PostgreSQL 15.
    void printsAsJsonb_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("canonical");
        QTest::newRow("order") << QByteArray(R"({"bb":1,"a":2,"c":[],"é":{},"B":null})")
                               << QByteArray(R"({"B": null, "a": 2, "c": [], "bb": 1, "é": {}})");
        QTest::newRow("array") << QByteArray(R"([1,[2,"x"],{}])") << QByteArray(R"([1, [2, "x"], {}])");
        QTest::newRow("text") << QByteArray(R"("\/\u00e9\u0007\n")") << QByteArray(R"("/é\u0007\n")");
        QTest::newRow("number") << QByteArray("[1.50e1,-0,1E-3]") << QByteArray("[15.0, 0, 0.001]");
    }

    void printsAsJsonb()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, canonical);
        const auto value = json::read(text.toStdString());
        QVERIFY(value);
        QCOMPARE(QByteArray::fromStdString(json::canonical(*value)), canonical);
    }

    void printsNumbersPlainly_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("plain");
        const std::initializer_list<std::pair<const char *, const char *>> cases{
            {"0", "0"},          {"-0", "0"},           {"-0.00", "0.00"},
            {"1.50", "1.50"},    {"1e3", "1000"},       {"1.5e1", "15"},
            {"1.50e1", "15.0"},  {"1.5e3", "1500"},     {"12e-1", "1.2"},
            {"1e-5", "0.00001"}, {"-2.5E+2", "-250"},   {"0e5", "0"},
            {"0.0e3", "0"},      {"0e-2", "0.00"},      {"0.05", "0.05"},
            {"0e131073", "0"},   {"-12.3e-1", "-1.23"}, {"100e-2", "1.00"},
            {"1e131072", ""},    {"1e-16384", ""},      {"1e99999999999", ""},
            {"0.001e3", "1"},    {"1e-99999999999", ""}};
        for (const auto &[text, plain] : cases)
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(plain);
    }

    void printsNumbersPlainly()
    {
        QFETCH(QString, text);
        QFETCH(QString, plain);
        const auto printed = json::plainNumber(text.toStdString());
        QCOMPARE(printed.has_value(), !plain.isEmpty());
        QCOMPARE(QString::fromStdString(printed.value_or(std::string())), plain);
    }
};

QTEST_APPLESS_MAIN(TestWriter)
#include "tst_writer.moc"
