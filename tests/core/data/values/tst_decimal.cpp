// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/values/decimal.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

class TestDecimal : public QObject
{
    Q_OBJECT

private slots:
    void isCanonical_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("canonical"); // empty: refused
        const auto row = [](const char *text, const char *canonical) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(canonical);
        };
        row("0", "0");
        row("-0", "0");
        row("-0.000", "0");
        row("0e99999", "0");
        row("0.10", "0.1");
        row("1.50", "1.5");
        row("100", "100");
        row("007", "7");
        row("1e20", "100000000000000000000");
        row("1E+2", "100");
        row("1e-7", "0.0000001");
        row("12.5e1", "125");
        row("12.5e-3", "0.0125");
        row("-1200e-4", "-0.12");
        row("123456789012345678901234567890.123", "123456789012345678901234567890.123");
        row("", "");
        row("-", "");
        row("+1", "");
        row(".5", "");
        row("5.", "");
        row("1e", "");
        row("1e999999999999", "");
        row("1e1001", "");
        row("1e-1001", "");
        row("1 ", "");
        row("0x10", "");
        row("NaN", "");
        row("Infinity", "");
    }
    void isCanonical()
    {
        QFETCH(QString, text);
        QFETCH(QString, canonical);
        const auto result = data::canonicalDecimal(text.toStdString());
        QCOMPARE(QString::fromStdString(result.value_or("")), canonical);
    }

    void takesAThousandDigits()
    {
        QVERIFY(data::canonicalDecimal("1e999"));
        QCOMPARE(data::canonicalDecimal("1e999")->size(), std::size_t(1000));
        QVERIFY(data::canonicalDecimal("1e-1000"));
    }

    void losesTrailingZerosOnly()
    {
        QCOMPARE(data::trimmedDecimal("1.500"), std::string_view("1.5"));
        QCOMPARE(data::trimmedDecimal("1.000"), std::string_view("1"));
        QCOMPARE(data::trimmedDecimal("1000"), std::string_view("1000"));
    }
};

QTEST_APPLESS_MAIN(TestDecimal)
#include "tst_decimal.moc"
