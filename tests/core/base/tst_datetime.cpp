// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/datetime.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

class TestDateTime : public QObject
{
    Q_OBJECT

private slots:
    void readsDateTimes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("printed"); // empty: refused
        const std::initializer_list<std::pair<const char *, const char *>> cases{
            {"2026-01-05T09:00:00Z", "2026-01-05T09:00:00Z"},
            {"2026-01-05t09:00:00z", "2026-01-05T09:00:00Z"},
            {"2026-01-05 09:00:00", "2026-01-05T09:00:00Z"},
            {"2026-01-05T09:00", "2026-01-05T09:00:00Z"},
            {"2026-01-05", "2026-01-05T00:00:00Z"},
            {"2026-01-05T09:00:00+02:00", "2026-01-05T07:00:00Z"},
            {"2026-01-05T09:00:00+0530", "2026-01-05T03:30:00Z"},
            {"2026-01-05T23:00:00-02", "2026-01-06T01:00:00Z"},
            {"2026-01-05T09:00:00.5Z", "2026-01-05T09:00:00.500000Z"},
            {"2026-01-05T09:00:00.123456999Z", "2026-01-05T09:00:00.123456Z"},
            {"2026-01-05T09:00:00.000000Z", "2026-01-05T09:00:00Z"},
            {"2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z"},
            {"1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999Z"},
            {"0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"},
            {"9999-12-31T23:59:59.999999Z", "9999-12-31T23:59:59.999999Z"},
            {"0001-01-01T00:00:00+01:00", ""},
            {"9999-12-31T23:59:59-01:00", ""},
            {"0000-01-01T00:00:00Z", ""},
            {"10000-01-01T00:00:00Z", ""},
            {"2026-02-29T00:00:00Z", ""},
            {"2026-13-01T00:00:00Z", ""},
            {"2026-01-05T09:00:60Z", ""},
            {"2026-01-05T24:00:00Z", ""},
            {"2026-01-05T09:60:00Z", ""},
            {"2026-01-05T09:00:00.Z", ""},
            {"2026-01-05T09:00:00+16:00", ""},
            {"2026-01-05T09:00:00+01:60", ""},
            {"2026-01-05T09:00:00+1", ""},
            {"2026-01-05T09:00:00Zx", ""},
            {"2026-01-05T", ""},
            {"2026-1-5", ""},
            {"infinity", ""},
            {"now", ""},
            {"", ""}};
        for (const auto &[text, printed] : cases)
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(printed);
    }

    void readsDateTimes()
    {
        QFETCH(QString, text);
        QFETCH(QString, printed);
        const auto time = parseDateTime(text.toStdString());
        QCOMPARE(time.has_value(), !printed.isEmpty());
        if (time)
            QCOMPARE(dateTimeText(*time), printed);
        else
            QCOMPARE(time.error().code, ErrorCode::Validation);
    }

    void countsMicroseconds()
    {
        QCOMPARE(*parseDateTime("1970-01-01T00:00:01.000002Z"), Micros{1'000'002});
        QCOMPARE(*parseDateTime("1969-12-31T23:59:59Z"), Micros{-1'000'000});
        QCOMPARE(*parseDate("1970-01-31"), std::int64_t{30});
    }

    void agreesWithItselfOnEveryDay()
    {
        for (std::int64_t day = *parseDate("0001-01-01"), last = *parseDate("9999-12-31"); day <= last; day += 13)
            QCOMPARE(*parseDate(formatDate(day)), day);
    }

    void readsTimes()
    {
        QCOMPARE(formatTime(*parseTime("09:05")), std::string("09:05:00"));
        QCOMPARE(formatTime(*parseTime("23:59:59.9999999")), std::string("23:59:59.999999"));
        for (const char *text : {"24:00:00", "09:00:60", "9:00", "09", "09:00:00Z", "-1:00"})
            QVERIFY2(!parseTime(text), text);
    }

    void takesTheTimeFromTheSource()
    {
        Micros now = 7'000'000;
        const Clock clock([&now] { return now; });
        QCOMPARE(clock.seconds(), 7);
        now += 1;
        QCOMPARE(clock.now(), Micros{7'000'001});
        QVERIFY(Clock().now() > *parseDateTime("2026-01-01"));
    }
};

QTEST_APPLESS_MAIN(TestDateTime)
#include "tst_datetime.moc"
