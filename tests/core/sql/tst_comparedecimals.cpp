// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/comparedecimals.h"

#include <QTest>

using namespace tenantry::sql;

/// The order of decimal texts.
class TestCompareDecimals : public QObject
{
    Q_OBJECT

    static int sign(int value) { return (value > 0) - (value < 0); }

private slots:
    /// Each stands before all that follow.
    void orders()
    {
        const std::vector<std::string> ascending{"-100000000000000000000000000000000.5",
                                                 "-10",
                                                 "-9.99",
                                                 "-9",
                                                 "-0.5",
                                                 "-0.49",
                                                 "-0.001",
                                                 "0",
                                                 "0.0001",
                                                 "0.1",
                                                 "0.10000000000000000000000000000000001",
                                                 "0.2",
                                                 "0.25",
                                                 "1",
                                                 "1.5",
                                                 "9",
                                                 "10",
                                                 "99.999",
                                                 "100",
                                                 "123456789012345678901234567890",
                                                 "123456789012345678901234567890.1",
                                                 "",
                                                 "abc",
                                                 "nan"};
        for (std::size_t i = 0; i < ascending.size(); ++i) {
            for (std::size_t k = 0; k < ascending.size(); ++k) {
                const int expected = sign(int(i) - int(k));
                if (sign(compareDecimals(ascending[i], ascending[k])) != expected)
                    QFAIL(("'" + ascending[i] + "' against '" + ascending[k] + "'").c_str());
            }
        }
    }

    void ignoresZerosThatSayNothing()
    {
        QCOMPARE(compareDecimals("1.50", "1.5"), 0);
        QCOMPARE(compareDecimals("007", "7"), 0);
        QCOMPARE(compareDecimals("-0", "0"), 0);
        QCOMPARE(compareDecimals("-0.00", "0"), 0);
        QCOMPARE(compareDecimals("1.", "1"), 0);
    }
};

QTEST_APPLESS_MAIN(TestCompareDecimals)
#include "tst_comparedecimals.moc"
