// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

/// SQLite's functions of ours against PostgreSQL's own: each row has the call on SQLite and what it must equal there.
class TestSqliteFunctions : public QObject
{
    Q_OBJECT

    test::SharedEngines m_engines;
    std::shared_ptr<sql::Database> m_sqlite;
    std::shared_ptr<sql::Database> m_postgres;

    void compare(const std::string &sqlite, const std::string &postgres, const sql::Values &values = {})
    {
        QCOMPARE(test::readText(*m_sqlite, sqlite.c_str(), values),
                 test::readText(*m_postgres, postgres.c_str(), values));
    }

private slots:
    void initTestCase()
    {
        m_sqlite = m_engines[u"sqlite"_s].emptySite();
        m_postgres = m_engines[u"postgres"_s].emptySite();
    }

    void calculates_data()
    {
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        const QStringList numbers{
            u"0"_s,    u"1"_s,          u"-1"_s,      u"3"_s,        u"7"_s,
            u"0.1"_s,  u"-2.5"_s,       u"9999"_s,    u"10000"_s,    u"9223372036854775807"_s,
            u"1e40"_s, u"0.00012345"_s, u"0.00001"_s, u"123.4567"_s, u"123456789012345678901234567890.123456789"_s};
        for (const QString &left : numbers) {
            for (const QString &right : numbers) {
                const auto plain = [](const QString &text) {
                    return text == u"1e40"_s ? u"1"_s + QString(40, u'0') : text;
                };
                QTest::newRow(qPrintable(left + u" and "_s + right)) << plain(left) << plain(right);
            }
        }
        const QString tiny = u"0."_s + QString(999, u'0') + u"7"_s;
        QTest::newRow("tiny by large") << tiny << u"3"_s + QString(999, u'0');
        QTest::newRow("large by tiny") << u"3"_s + QString(999, u'0') << tiny;
    }
    void calculates()
    {
        QFETCH(QString, left);
        QFETCH(QString, right);
        const sql::Values values{left, right};
        const auto operation = [&](const std::string &name, const std::string &op) {
            compare("SELECT tenantry_" + name + "($1, $2)",
                    "SELECT trim_scale($1::numeric " + op + " $2::numeric)::text", values);
        };
        operation("add", "+");
        operation("subtract", "-");
        operation("multiply", "*");
        compare("SELECT tenantry_divide($1, $2)",
                "SELECT trim_scale(to_char($1::numeric / nullif($2::numeric, 0), '9.99999999999999EEEE')::numeric)",
                values);
    }

    void rounds_data()
    {
        QTest::addColumn<QString>("number");
        for (const char *number : {"0", "0.5", "-0.5", "1.25", "-1.35", "149.995", "150", "999999.9999999", "-7"})
            QTest::newRow(number) << QString::fromLatin1(number);
    }
    void rounds()
    {
        QFETCH(QString, number);
        for (const int places : {-3, -2, -1, 0, 1, 2, 5, 20})
            compare("SELECT tenantry_round($1, $2)", "SELECT trim_scale(round($1::numeric, $2::int))",
                    {number, places});
        compare("SELECT tenantry_abs($1)", "SELECT trim_scale(abs($1::numeric))", {number});
    }

    void sums()
    {
        test::runScript(*m_sqlite, "CREATE TABLE n (x TEXT); INSERT INTO n VALUES ('1.5'), ('-2.25'), (NULL), ('1e'), "
                                   "('100000000000000000000.125'), ('0.1')");
        test::runScript(*m_sqlite, "UPDATE n SET x = '3' WHERE x = '1e'");
        test::runScript(*m_postgres,
                        "CREATE TABLE {n} (x numeric); INSERT INTO {n} VALUES (1.5), (-2.25), (NULL), (3), "
                        "(100000000000000000000.125), (0.1)");
        compare("SELECT tenantry_sum(x) FROM n", "SELECT trim_scale(sum(x)) FROM {n}");
        const std::string mean = "sum(x) / count(x)";
        compare("SELECT tenantry_avg(x) FROM n",
                "SELECT trim_scale(to_char(" + mean + ", '9.99999999999999EEEE')::numeric) FROM {n}");
        compare("SELECT tenantry_variance(x) FROM n",
                "SELECT trim_scale(to_char(variance(x), '9.99999999999999EEEE')::numeric) FROM {n}");
        compare("SELECT tenantry_stddev(x) FROM n",
                "SELECT trim_scale(to_char(stddev(x), '9.99999999999999EEEE')::numeric) FROM {n}");
        for (const char *aggregate : {"tenantry_sum", "tenantry_avg", "tenantry_variance", "tenantry_stddev"}) {
            const std::string of = " FROM n WHERE x = 'none'";
            QCOMPARE(test::readText(*m_sqlite, ("SELECT " + std::string(aggregate) + "(x)" + of).c_str()), u"NULL"_s);
        }
        // Integers do not overflow.
        QCOMPARE(test::readText(*m_sqlite, "SELECT tenantry_sum(x) FROM (SELECT 9223372036854775807 AS x UNION ALL "
                                           "SELECT 9223372036854775807)"),
                 u"18446744073709551614"_s);
    }

    void readsTheCalendar_data()
    {
        QTest::addColumn<QString>("moment");
        for (const char *moment :
             {"2026-01-05T09:00:00.5Z", "2024-02-29T23:59:59.999999Z", "2000-12-31T00:00:00Z", "2001-01-01T00:00:00Z",
              "1969-12-31T23:59:59.25Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2021-01-03T12:00:00Z",
              "2020-12-28T00:00:00Z", "1900-03-25T01:30:00Z", "2026-03-29T00:59:59Z", "2026-03-29T01:00:00Z",
              "2026-10-25T00:30:00Z", "2040-07-01T12:00:00Z", "1880-06-01T00:00:00Z"})
            QTest::newRow(moment) << QString::fromLatin1(moment);
    }
    void readsTheCalendar()
    {
        QFETCH(QString, moment);
        const sql::Value micros = test::readText(*m_postgres,
                                                 "SELECT (extract(epoch FROM $1::timestamptz) * 1000000)"
                                                 "::bigint",
                                                 {moment})
                                      .toLongLong();
        const auto both = [&](const std::string &sqlite, const std::string &postgres) {
            QCOMPARE(test::readText(*m_sqlite, sqlite.c_str(), {micros}),
                     test::readText(*m_postgres, postgres.c_str(), {moment}));
        };
        for (const std::string unit :
             {"microseconds", "milliseconds", "second", "minute", "hour", "day", "week", "month", "quarter", "year",
              "decade", "century", "millennium", "dow", "isodow", "doy", "isoyear", "epoch"})
            both("SELECT tenantry_extract('" + unit + "', $1)",
                 "SELECT trim_scale(extract(" + unit + " FROM $1::timestamptz))");
        for (const std::string unit : {"microseconds", "milliseconds", "second", "minute", "hour", "day", "week",
                                       "month", "quarter", "year", "century", "millennium"})
            both("SELECT tenantry_truncate('" + unit + "', $1)",
                 "SELECT (extract(epoch FROM date_trunc('" + unit + "', $1::timestamptz)) * 1000000)::bigint");
        for (const std::string zone : {"Europe/Berlin", "America/New_York", "Asia/Kolkata", "UTC", "America/St_Johns",
                                       "Australia/Lord_Howe", "Etc/GMT+5"}) {
            both("SELECT tenantry_wall_clock_text(tenantry_wall_clock($1, '" + zone + "'))",
                 "SELECT replace(to_char($1::timestamptz AT TIME ZONE '" + zone +
                     "', 'YYYY-MM-DD\"T\"HH24:MI:SS.US'), '.000000', '')");
            for (const std::string unit : {"week", "month", "century", "millennium"})
                both("SELECT tenantry_wall_clock_text(tenantry_truncate('" + unit + "', tenantry_wall_clock($1, '" +
                         zone + "')))",
                     "SELECT replace(to_char(date_trunc('" + unit + "', $1::timestamptz AT TIME ZONE '" + zone +
                         "'), 'YYYY-MM-DD\"T\"HH24:MI:SS.US'), '.000000', '')");
            for (const std::string unit : {"year", "isoyear", "decade", "century", "hour"})
                both("SELECT tenantry_extract('" + unit + "', tenantry_wall_clock($1, '" + zone + "'))",
                     "SELECT trim_scale(extract(" + unit + " FROM $1::timestamptz AT TIME ZONE '" + zone + "'))");
        }
    }

    void joinsInOrder()
    {
        test::runScript(*m_sqlite, "CREATE TABLE t (x TEXT, n INTEGER); INSERT INTO t VALUES ('c', 3), ('a', 1), "
                                   "(NULL, 2), ('', 4)");
        QCOMPARE(test::readText(*m_sqlite, "SELECT tenantry_string_agg(x, n) FROM t"), u"a, c, "_s);
        QCOMPARE(test::readText(*m_sqlite, "SELECT tenantry_json_agg(json_quote(x), n) FROM t WHERE n < 4"),
                 u"[\"a\",null,\"c\"]"_s);
        QCOMPARE(test::readText(*m_sqlite, "SELECT tenantry_string_agg(x, n) FROM t WHERE x IS NULL"), u"NULL"_s);
        QCOMPARE(test::readText(*m_sqlite, "SELECT tenantry_json_agg(x, n) FROM t WHERE n > 9"), u"NULL"_s);
    }

    void lowersLikePostgres_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text :
             {u"ABC"_s, u"ÄÖÜ"_s, u"ΑΣ"_s, u"ΑΣΑ"_s, u"İ"_s, u"I"_s, u"ǅ"_s, u"ẞ"_s, u""_s, u"𐐀"_s})
            QTest::newRow(qPrintable(u"'%1'"_s.arg(text))) << text;
    }
    void lowersLikePostgres()
    {
        QFETCH(QString, text);
        compare("SELECT tenantry_lower($1)", "SELECT lower($1::text COLLATE \"und-x-icu\")", {text});
    }
};

QTEST_GUILESS_MAIN(TestSqliteFunctions)
#include "tst_sqlitefunctions.moc"
