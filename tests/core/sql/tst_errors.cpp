// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

/// What goes wrong in a statement has the same name on both engines.
class TestErrors : public QObject
{
    Q_OBJECT

    test::SharedEngines m_engines;

    static constexpr const char *schema =
        "CREATE TABLE {parents} (id {:identity}, name {:text} NOT NULL, age {:integer},"
        " nick {:text}, CONSTRAINT {#parents_age_check} CHECK (age >= 0));"
        "CREATE UNIQUE INDEX {#parents_name} ON {parents} (name);"
        "CREATE UNIQUE INDEX {#parents_both} ON {parents} (age, name);"
        "CREATE UNIQUE INDEX {#parents_upper} ON {parents} (upper(nick));"
        "CREATE TABLE {children} (parent_id {:integer} NOT NULL REFERENCES {parents} (id)"
        " DEFERRABLE INITIALLY DEFERRED, position {:integer}, PRIMARY KEY (parent_id, position));"
        "INSERT INTO {parents} (id, name, nick, age) VALUES (100, 'ann', 'nan', 30);"
        "INSERT INTO {children} VALUES (100, 1);";

private slots:
    void statementsFailAlike_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QString>("statement");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("constraint");
        const auto row = [](const char *name, const QString &statement, ErrorCode code,
                            const QString &constraint = {}) {
            for (const QString &engine : test::engineNames())
                QTest::addRow("%s, %s", name, qPrintable(engine)) << engine << statement << code << constraint;
        };
        row("unique", u"INSERT INTO {parents} (name) VALUES ('ann')"_s, ErrorCode::UniqueViolation, u"_parents_name"_s);
        row("expression", u"INSERT INTO {parents} (name, nick) VALUES ('bob', 'Nan')"_s, ErrorCode::UniqueViolation,
            u"_parents_upper"_s);
        row("primary key", u"INSERT INTO {parents} (id, name) VALUES (100, 'bob')"_s, ErrorCode::UniqueViolation,
            u"_parents_pkey"_s);
        row("composite key", u"INSERT INTO {children} VALUES (100, 1)"_s, ErrorCode::UniqueViolation,
            u"_children_pkey"_s);
        row("not null", u"INSERT INTO {parents} (name) VALUES (NULL)"_s, ErrorCode::NotNullViolation, u"name"_s);
        row("check", u"INSERT INTO {parents} (name, age) VALUES ('bob', -1)"_s, ErrorCode::CheckViolation,
            u"_parents_age_check"_s);
        row("no parent", u"INSERT INTO {children} VALUES (2, 1)"_s, ErrorCode::ForeignKeyViolation);
        row("parent in use", u"DELETE FROM {parents}"_s, ErrorCode::ForeignKeyViolation);
        row("no table", u"SELECT * FROM {nothing}"_s, ErrorCode::SchemaChanged);
        row("no column", u"SELECT missing FROM {parents}"_s, ErrorCode::SchemaChanged);
        row("quoted no column", u"SELECT \"missing\" FROM {parents}"_s, ErrorCode::SchemaChanged);
        row("insert no column", u"INSERT INTO {parents} (missing) VALUES (1)"_s, ErrorCode::SchemaChanged);
        row("syntax", u"SELEKT 1"_s, ErrorCode::Internal);
    }
    void statementsFailAlike()
    {
        QFETCH(QString, engine);
        QFETCH(QString, statement);
        QFETCH(ErrorCode, code);
        QFETCH(QString, constraint);
        test::TestEngine &instance = m_engines[engine];
        const auto site = instance.emptySite();
        test::runScript(*site, schema);
        const auto failed =
            site->write([&](sql::Transaction &tx) { return tx.execute(statement.toStdString()); }).wait();
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, code);
        if (code != ErrorCode::ForeignKeyViolation)
            QCOMPARE(failed.error().constraint, constraint);
        QVERIFY(!failed.error().cause.isEmpty());
        QVERIFY2(!failed.error().message.contains(u"_parents"_s), qPrintable(failed.error().message));
        QCOMPARE(test::readText(*site, "SELECT count(*) FROM {parents}"), u"1"_s);
        QCOMPARE(test::readText(*site, "SELECT count(*) FROM {children}"), u"1"_s);
    }

    void valuesThatDoNotFitAreTheCallersFault_data() { test::engineRows(); }
    void valuesThatDoNotFitAreTheCallersFault()
    {
        QFETCH(QString, engine);
        test::TestEngine &instance = m_engines[engine];
        const auto site = instance.emptySite();
        const auto overflow = site->read([](sql::Session &session) {
            return session.first("SELECT sum(n) FROM (SELECT 9223372036854775807 AS n UNION ALL SELECT 1) AS numbers",
                                 {}, [](const sql::Cursor &row) { return row.string(0); });
        });
        // PostgreSQL's sum of integers is a numeric and does not overflow.
        if (instance.dialect() == sql::Dialect::Sqlite)
            QCOMPARE(overflow.error().code, ErrorCode::BadRequest);
        else
            QCOMPARE(overflow->value(), u"9223372036854775808"_s);
    }

    void readsCannotWrite_data() { test::engineRows(); }
    void readsCannotWrite()
    {
        QFETCH(QString, engine);
        test::TestEngine &instance = m_engines[engine];
        const auto site = instance.emptySite();
        test::runScript(*site, "CREATE TABLE {notes} (title {:text})");
        const auto written = site->read(
            [](sql::Session &session) {
                return session.first("INSERT INTO {notes} VALUES ('x') RETURNING title", {},
                                     [](const sql::Cursor &row) { return row.string(0); });
            },
            sql::ReadKind::Snapshot);
        QVERIFY(!written);
        QCOMPARE(test::readText(*site, "SELECT count(*) FROM {notes}"), u"0"_s);
    }
};

QTEST_GUILESS_MAIN(TestErrors)
#include "tst_errors.moc"
