// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testdatabase.h"

#include <QTest>

#include <limits>

using namespace tenantry;
using namespace Qt::StringLiterals;

/// Values on their way into an engine and out of it.
class TestCursor : public QObject
{
    Q_OBJECT

    test::SharedEngines m_engines;

    static std::shared_ptr<sql::Database> withTable(test::TestEngine &instance)
    {
        auto site = instance.emptySite();
        test::runScript(*site,
                        "CREATE TABLE {things} (id {:identity}, words {:text}, flag {:boolean}, whole {:integer},"
                        " ratio {:real}, bytes {:blob}, document {:json})");
        return site;
    }

private slots:
    void valuesComeBackAsTheyWere_data() { test::engineRows(); }
    void valuesComeBackAsTheyWere()
    {
        QFETCH(QString, engine);
        test::TestEngine &instance = m_engines[engine];
        const auto site = withTable(instance);
        const QString words = u"Grüße, 世界 🌍 'quoted' \"too\" $1 {users}"_s;
        QByteArray bytes;
        for (int i = 0; i < 256; ++i)
            bytes += char(i);
        const qint64 whole = std::numeric_limits<qint64>::min();
        const double ratio = 0.1 + 0.2;
        const std::string document = R"({"b": 1.50, "a": [true, null]})";
        test::expectValue(site->write([=](sql::Transaction &tx) {
            return tx.execute("INSERT INTO {things} (words, flag, whole, ratio, bytes, document)"
                              " VALUES ($1, $2, $3, $4, $5, $6)",
                              {words, true, whole, ratio, sql::Blob{bytes}, document});
        }));
        const auto seen = test::expectValue(site->read([&](sql::Session &session) {
            return session.first("SELECT words, flag, whole, ratio, bytes, document FROM {things}", {},
                                 [&](const sql::Cursor &row) {
                                     return row.string(0) == words && row.boolean(1) && row.integer(2) == whole &&
                                            row.real(3) == ratio && row.blob(4) == bytes && row.text(5) == document &&
                                            row.columnCount() == 6;
                                 });
        }));
        QCOMPARE(seen, std::optional<bool>(true));
    }

    void nullIsNotEmpty_data() { test::engineRows(); }
    void nullIsNotEmpty()
    {
        QFETCH(QString, engine);
        test::TestEngine &instance = m_engines[engine];
        const auto site = withTable(instance);
        test::expectValue(site->write([](sql::Transaction &tx) -> Result<bool> {
            TRY(tx.execute("INSERT INTO {things} (words, bytes) VALUES ($1, $2)", {nullptr, nullptr}));
            TRY(tx.execute("INSERT INTO {things} (words, bytes) VALUES ($1, $2)", {"", sql::Blob{}}));
            return true;
        }));
        const auto rows = test::expectValue(site->read([](sql::Session &session) {
            return session.all("SELECT words, bytes FROM {things} ORDER BY id", {},
                               [](const sql::Cursor &row) { return std::pair(row.isNull(0), row.isNull(1)); });
        }));
        QCOMPARE(rows.size(), std::size_t(2));
        QCOMPARE(rows[0], std::pair(true, true));
        QCOMPARE(rows[1], std::pair(false, false));
    }

    void parametersMayRepeatAndComeInAnyOrder_data() { test::engineRows(); }
    void parametersMayRepeatAndComeInAnyOrder()
    {
        QFETCH(QString, engine);
        test::TestEngine &instance = m_engines[engine];
        const auto site = instance.emptySite();
        const char *query = "SELECT CAST($2 AS TEXT) || CAST($1 AS TEXT) || CAST($2 AS TEXT)";
        QCOMPARE(test::readText(*site, query, {"a", "b"}), u"bab"_s);
        QVERIFY(!site->read(
            [&](sql::Session &session) { return session.query(query, {"a"}).map([](auto &&) { return 1; }); }));
    }

    void statementMayRunInsideItself_data() { test::engineRows(); }
    void statementMayRunInsideItself()
    {
        QFETCH(QString, engine);
        test::TestEngine &instance = m_engines[engine];
        const auto site = withTable(instance);
        test::runScript(*site, "INSERT INTO {things} (whole) VALUES (1), (2), (3)");
        const auto pairs = test::expectValue(site->read([](sql::Session &session) -> Result<int> {
            const char *all = "SELECT whole FROM {things}";
            int count = 0;
            const sql::CursorPtr outer = TRY(session.query(all));
            while (TRY(outer->next())) {
                const sql::CursorPtr inner = TRY(session.query(all));
                while (TRY(inner->next()))
                    ++count;
            }
            return count;
        }));
        QCOMPARE(pairs, 9);
    }

    void returningRunsToItsEnd_data() { test::engineRows(); }
    void returningRunsToItsEnd()
    {
        QFETCH(QString, engine);
        test::TestEngine &instance = m_engines[engine];
        const auto site = withTable(instance);
        const auto first = test::expectValue(site->write([](sql::Transaction &tx) {
            return tx.first("INSERT INTO {things} (words) VALUES ('a'), ('b'), ('c') RETURNING id, words", {},
                            [](const sql::Cursor &row) { return row.string(1); });
        }));
        QCOMPARE(first.value_or(QString()), u"a"_s);
        QCOMPARE(test::readText(*site, "SELECT count(*) FROM {things}"), u"3"_s);
    }

    void executeCountsChangedRows_data() { test::engineRows(); }
    void executeCountsChangedRows()
    {
        QFETCH(QString, engine);
        test::TestEngine &instance = m_engines[engine];
        const auto site = withTable(instance);
        test::runScript(*site, "INSERT INTO {things} (whole) VALUES (1), (2), (3)");
        const auto counts = test::expectValue(site->write([](sql::Transaction &tx) -> Result<std::vector<qint64>> {
            std::vector<qint64> changed;
            changed.push_back(TRY(tx.execute("UPDATE {things} SET flag = TRUE WHERE whole > $1", {1})));
            changed.push_back(TRY(tx.execute("DELETE FROM {things} WHERE whole > $1", {100})));
            changed.push_back(TRY(tx.execute("DELETE FROM {things}")));
            return changed;
        }));
        QCOMPARE(counts, (std::vector<qint64>{2, 0, 3}));
    }

    void textWithNulIsRefused_data() { test::engineRows(); }
    void textWithNulIsRefused()
    {
        QFETCH(QString, engine);
        test::TestEngine &instance = m_engines[engine];
        const auto site = withTable(instance);
        const auto refused =
            site->write([](sql::Transaction &tx) {
                    return tx.execute("INSERT INTO {things} (words) VALUES ($1)", {std::string("a\0b", 3)});
                })
                .wait();
        QCOMPARE(refused.error().code, ErrorCode::BadRequest);
    }

    void moreStatementsThanTheCacheHolds_data() { test::engineRows(); }
    void moreStatementsThanTheCacheHolds()
    {
        QFETCH(QString, engine);
        test::TestEngine &instance = m_engines[engine];
        const auto site = instance.emptySite();
        const auto sum = test::expectValue(site->read([](sql::Session &session) -> Result<qint64> {
            qint64 total = 0;
            for (int round = 0; round < 2; ++round) {
                for (int i = 0; i < 250; ++i) {
                    const std::string text = "SELECT " + std::to_string(i);
                    total +=
                        TRY(session.first(text, {}, [](const sql::Cursor &row) { return row.integer(0); })).value();
                }
            }
            return total;
        }));
        QCOMPARE(sum, qint64(250 * 249));
    }

    void statementsFollowAChangeOfTheirTable_data() { test::engineRows(); }
    void statementsFollowAChangeOfTheirTable()
    {
        QFETCH(QString, engine);
        test::TestEngine &instance = m_engines[engine];
        const auto site = withTable(instance);
        test::runScript(*site, "INSERT INTO {things} (words) VALUES ('a')");
        const char *query = "SELECT words FROM {things}";
        QCOMPARE(test::readText(*site, query), u"a"_s);
        test::runScript(*site, "ALTER TABLE {things} ADD COLUMN more {:text}");
        QCOMPARE(test::readText(*site, query), u"a"_s);
        test::runScript(*site, "ALTER TABLE {things} DROP COLUMN words");
        for (int i = 0; i < 2; ++i) {
            const auto gone = site->read([&](sql::Session &session) {
                return session.first(query, {}, [](const sql::Cursor &row) { return row.string(0); });
            });
            QCOMPARE(gone.error().code, ErrorCode::SchemaChanged);
        }
        test::runScript(*site, "ALTER TABLE {things} ADD COLUMN words {:integer}");
        test::runScript(*site, "UPDATE {things} SET words = 7");
        QString seen;
        for (int i = 0; i < 2 && seen.isEmpty(); ++i) {
            // One answer of SchemaChanged is allowed, after which the statement is made anew.
            const auto again = site->read([&](sql::Session &session) {
                return session.first(query, {}, [](const sql::Cursor &row) { return row.string(0); });
            });
            if (again)
                seen = again->value();
            else
                QCOMPARE(again.error().code, ErrorCode::SchemaChanged);
        }
        QCOMPARE(seen, u"7"_s);
    }

    void likeMindsTheCase_data() { test::engineRows(); }
    void likeMindsTheCase()
    {
        QFETCH(QString, engine);
        test::TestEngine &instance = m_engines[engine];
        const auto site = instance.emptySite();
        QCOMPARE(test::readText(*site, "SELECT CASE WHEN 'Abc' LIKE 'a%' THEN 1 ELSE 0 END"), u"0"_s);
        QCOMPARE(test::readText(*site, "SELECT CASE WHEN 'Abc' LIKE 'A%' THEN 1 ELSE 0 END"), u"1"_s);
    }

    void decimalsAreOrderedByValue_data() { test::engineRows(); }
    void decimalsAreOrderedByValue()
    {
        QFETCH(QString, engine);
        test::TestEngine &instance = m_engines[engine];
        const auto site = instance.emptySite();
        test::runScript(*site,
                        "CREATE TABLE {prices} (amount {:decimal});"
                        "CREATE INDEX {#prices_amount} ON {prices} (amount);"
                        "INSERT INTO {prices} VALUES ('10'), ('9'), ('-3.5'), ('-20'), ('9.0000000000000000001')");
        const auto ordered = test::expectValue(site->read([](sql::Session &session) {
            return session.all("SELECT amount FROM {prices} ORDER BY amount", {},
                               [](const sql::Cursor &row) { return row.string(0); });
        }));
        QCOMPARE(ordered, (std::vector<QString>{u"-20"_s, u"-3.5"_s, u"9"_s, u"9.0000000000000000001"_s, u"10"_s}));
        QCOMPARE(test::readText(*site, "SELECT count(*) FROM {prices} WHERE amount > $1", {"9"}), u"2"_s);
    }

    void sqliteFunctionsAnswerLikePostgres()
    {
        test::TestEngine &instance = m_engines[u"sqlite"_s];
        const auto site = instance.emptySite();
        QCOMPARE(test::readText(*site, "SELECT tenantry_re2($1, $2)", {"[a-c]+", "abc"}), u"1"_s);
        QCOMPARE(test::readText(*site, "SELECT tenantry_re2($1, $2)", {"[a-c]+", "abcd"}), u"0"_s);
        QCOMPARE(test::readText(*site, "SELECT tenantry_re2($1, $2)", {"a", nullptr}), u"NULL"_s);
        QCOMPARE(test::readText(*site, "SELECT tenantry_upper($1)", {u"straße ς"_s}), u"STRASSE Σ"_s);
        const auto invalid = site->read([](sql::Session &session) {
            return session.first("SELECT tenantry_re2('(', 'a')", {}, [](const sql::Cursor &) { return 0; });
        });
        QVERIFY(!invalid);
    }
};

QTEST_GUILESS_MAIN(TestCursor)
#include "tst_cursor.moc"
