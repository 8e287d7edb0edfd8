// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testdatabase.h"

#include <QRegularExpression>
#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

namespace {

/// JSON stands here with ' for ", which moc understands better.
QString json(const char *text)
{
    return QString::fromUtf8(text).replace(u'\'', u'"');
}

QString truth(const QString &answer)
{
    if (answer == "t"_L1 || answer == "1"_L1)
        return u"true"_s;
    return answer == "f"_L1 || answer == "0"_L1 ? u"false"_s : answer;
}

} // namespace

/// The functions that SQLite is given answer as PostgreSQL's operators do: each case is asked of both.
class TestSqliteOperators : public QObject
{
    Q_OBJECT

    test::SharedEngines m_engines;
    std::shared_ptr<sql::Database> m_sqlite;
    std::shared_ptr<sql::Database> m_postgres;

    QString sqlite(const QByteArray &sql, const sql::Values &values) const
    {
        return truth(test::readText(*m_sqlite, sql.constData(), values));
    }
    QString postgres(const QByteArray &sql, const sql::Values &values) const
    {
        return truth(test::readText(*m_postgres, sql.constData(), values));
    }

private slots:
    void initTestCase()
    {
        m_sqlite = m_engines[u"sqlite"_s].emptySite();
        m_postgres = m_engines[u"postgres"_s].emptySite();
    }

    void documentsContain_data()
    {
        QTest::addColumn<QString>("outer");
        QTest::addColumn<QString>("inner");
        QTest::addColumn<QString>("answer");
        const auto row = [](const char *outer, const char *inner, const char *answer) {
            QTest::addRow("%s @> %s", outer, inner) << json(outer) << json(inner) << QString::fromLatin1(answer);
        };
        row("{'a': 1, 'b': 2}", "{'a': 1}", "true");
        row("{'a': 1}", "{'a': 1.0}", "true");
        row("{'a': 1}", "{'a': '1'}", "false");
        row("{'a': null}", "{'a': null}", "true");
        row("{'b': 1}", "{'a': null}", "false");
        row("{'a': {'b': 1, 'c': 2}}", "{'a': {'c': 2}}", "true");
        row("{'a': {'b': 1}}", "{'a': {}}", "true");
        row("{'a': 1}", "{'a': {}}", "false");
        row("{'a': []}", "{'a': {}}", "false");
        row("{}", "{}", "true");
        row("{}", "[]", "false");
        row("[]", "[]", "true");
        row("[1, 2, 3]", "[3, 1, 1]", "true");
        row("[1, 2]", "[3]", "false");
        row("[1, null]", "[null]", "true");
        row("[[1, 2], 3]", "[[2]]", "true");
        row("[[1, 2], 3]", "[1]", "false");
        row("[{'a': 1, 'b': 2}]", "[{'b': 2}]", "true");
        row("['a', 'b']", "'a'", "true");
        row("['a', 'b']", "'c'", "false");
        row("[['a']]", "'a'", "false");
        row("'a'", "['a']", "false");
        row("'a'", "'a'", "true");
        row("1", "1.00", "true");
        row("true", "true", "true");
        row("null", "null", "true");
        row("{'a': 1}", "'a'", "false");
        row("[true]", "[false]", "false");
        row("[123456789012345678901234567890.10]", "[123456789012345678901234567890.1]", "true");
    }
    void documentsContain()
    {
        QFETCH(QString, outer);
        QFETCH(QString, inner);
        QFETCH(QString, answer);
        QCOMPARE(postgres("SELECT $1::jsonb @> $2::jsonb", {outer, inner}), answer);
        QCOMPARE(sqlite("SELECT tenantry_json_contains($1, $2)", {outer, inner}), answer);
    }

    void documentsHaveKeys_data()
    {
        QTest::addColumn<QString>("document");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<QString>("any");
        QTest::addColumn<QString>("all");
        const auto row = [](const char *document, const char *first, const char *second, const char *any,
                            const char *all) {
            QTest::addRow("%s %s %s", document, first, second)
                << json(document) << QString::fromLatin1(first) << QString::fromLatin1(second)
                << QString::fromLatin1(any) << QString::fromLatin1(all);
        };
        row("{'a': null, 'b': 1}", "a", "b", "true", "true");
        row("{'a': null}", "a", "b", "true", "false");
        row("{'c': {'a': 1}}", "a", "b", "false", "false");
        row("['a', 'b']", "a", "b", "true", "true");
        row("[['a']]", "a", "a", "false", "false");
        row("'a'", "a", "b", "true", "false");
        row("1", "1", "1", "false", "false");
        row("null", "a", "b", "false", "false");
        row("{'': 1}", "", "b", "true", "false");
    }
    void documentsHaveKeys()
    {
        QFETCH(QString, document);
        QFETCH(QString, first);
        QFETCH(QString, second);
        QFETCH(QString, any);
        QFETCH(QString, all);
        const sql::Values theirs{document, u"{\"%1\",\"%2\"}"_s.arg(first, second)};
        const sql::Values ours{document, u"[\"%1\", \"%2\"]"_s.arg(first, second)};
        QCOMPARE(postgres("SELECT $1::jsonb ?| $2::text[]", theirs), any);
        QCOMPARE(postgres("SELECT $1::jsonb ?& $2::text[]", theirs), all);
        QCOMPARE(sqlite("SELECT tenantry_json_has_any($1, $2)", ours), any);
        QCOMPARE(sqlite("SELECT tenantry_json_has_all($1, $2)", ours), all);
    }

    void pathsLead_data()
    {
        QTest::addColumn<QString>("document");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("found");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("number");
        const auto row = [](const char *document, const char *key, const char *found, const char *text,
                            const char *number) {
            QTest::addRow("%s %s", document, key) << json(document) << QString::fromLatin1(key) << json(found)
                                                  << json(text) << QString::fromLatin1(number);
        };
        row("{'a': 'x'}", "a", "'x'", "x", "NULL");
        row("{'a': '12.50'}", "a", "'12.50'", "12.50", "12.50");
        row("{'a': '007'}", "a", "'007'", "007", "NULL");
        row("{'a': '1e5'}", "a", "'1e5'", "1e5", "NULL");
        row("{'a': '-0.5'}", "a", "'-0.5'", "-0.5", "-0.5");
        row("{'a': '.5'}", "a", "'.5'", ".5", "NULL");
        row("{'a': '5.'}", "a", "'5.'", "5.", "NULL");
        row("{'a': '-'}", "a", "'-'", "-", "NULL");
        row("{'a': 1.50}", "a", "1.50", "1.50", "1.50");
        row("{'a': true}", "a", "true", "true", "NULL");
        row("{'a': null}", "a", "null", "NULL", "NULL");
        row("{'a': {'b': [1]}}", "a", "{'b': [1]}", "{'b': [1]}", "NULL");
        row("{'b': 1}", "a", "NULL", "NULL", "NULL");
        row("{'0': 1}", "0", "1", "1", "1");
        row("['x', 'y']", "1", "'y'", "y", "NULL");
        row("['x', 'y']", "-1", "'y'", "y", "NULL");
        row("['x', 'y']", "-3", "NULL", "NULL", "NULL");
        row("['x', 'y']", " 1", "'y'", "y", "NULL");
        row("['x', 'y']", "+1", "'y'", "y", "NULL");
        row("['x', 'y']", "1x", "NULL", "NULL", "NULL");
        row("['x', 'y']", "", "NULL", "NULL", "NULL");
        row("['x', 'y']", "99999999999", "NULL", "NULL", "NULL");
        row("'x'", "0", "NULL", "NULL", "NULL");
    }
    void pathsLead()
    {
        QFETCH(QString, document);
        QFETCH(QString, key);
        QFETCH(QString, found);
        QFETCH(QString, text);
        QFETCH(QString, number);
        const sql::Values theirs{document, u"{\"%1\"}"_s.arg(key)};
        const sql::Values ours{document, u"[\"%1\"]"_s.arg(key)};
        QCOMPARE(postgres("SELECT ($1::jsonb #> $2::text[])::text", theirs), truth(found));
        QCOMPARE(postgres("SELECT $1::jsonb #>> $2::text[]", theirs), truth(text));
        QCOMPARE(sqlite("SELECT tenantry_json_at($1, $2)", ours), truth(found));
        QCOMPARE(sqlite("SELECT tenantry_json_text($1, $2)", ours), truth(text));
        QCOMPARE(sqlite("SELECT tenantry_json_number($1, $2)", ours), truth(number));
    }

    void lists_data()
    {
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        QTest::addColumn<QString>("contains");
        QTest::addColumn<QString>("overlap");
        const auto row = [](const char *left, const char *right, const char *contains, const char *overlap) {
            QTest::addRow("%s %s", left, right) << QString::fromLatin1(left) << QString::fromLatin1(right)
                                                << QString::fromLatin1(contains) << QString::fromLatin1(overlap);
        };
        row("1,2,3", "3,1", "true", "true");
        row("1,2", "2,3", "false", "true");
        row("1,2", "3", "false", "false");
        row("1,1", "1,1,1", "true", "true");
        row("", "", "true", "false");
        row("1", "", "true", "false");
        row("", "1", "false", "false");
        row("1,null", "null", "false", "false");
        row("1,null", "1", "true", "true");
        row("1", "1,null", "false", "true");
        row("1.0", "1", "true", "true");
    }
    void lists()
    {
        QFETCH(QString, left);
        QFETCH(QString, right);
        QFETCH(QString, contains);
        QFETCH(QString, overlap);
        const sql::Values theirs{u"{%1}"_s.arg(left), u"{%1}"_s.arg(right)};
        const sql::Values ours{u"[%1]"_s.arg(left), u"[%1]"_s.arg(right)};
        QCOMPARE(postgres("SELECT $1::numeric[] @> $2::numeric[]", theirs), contains);
        QCOMPARE(postgres("SELECT $1::numeric[] && $2::numeric[]", theirs), overlap);
        QCOMPARE(sqlite("SELECT tenantry_list_contains($1, $2)", ours), contains);
        QCOMPARE(sqlite("SELECT tenantry_list_overlap($1, $2)", ours), overlap);
    }

    void ranges_data()
    {
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        const std::array<const char *, 12> all{"{}",      "{(,)}",    "{[1,5)}", "{[5,9)}",       "{(5,9)}",
                                               "{[1,5]}", "{(,1)}",   "{[9,)}",  "{[1,2],[8,9]}", "{[3,4],[6,7]}",
                                               "{[5,5]}", "{[2026,)}"};
        for (const char *left : all) {
            for (const char *right : all)
                QTest::addRow("%s %s", left, right) << QString::fromLatin1(left) << QString::fromLatin1(right);
        }
    }
    /// Every pair of some multiranges; ranges are those of one range.
    void ranges()
    {
        QFETCH(QString, left);
        QFETCH(QString, right);
        const auto asJson = [](QString text) {
            text = text.sliced(1, text.size() - 2);
            QStringList ranges;
            for (qsizetype at = 0; at < text.size();) {
                const qsizetype end = text.indexOf(QRegularExpression(u"[\\])]"_s), at);
                const QStringList bounds = text.sliced(at + 1, end - at - 1).split(u',');
                const auto shown = [](const QString &bound) { return bound.isEmpty() ? u"null"_s : bound; };
                ranges += json("{'empty': false, 'lower': %1, 'upper': %2, 'bounds': '%3'}")
                              .arg(shown(bounds[0]), shown(bounds[1]), QString(text[at]) + text[end]);
                at = end + 2;
            }
            return u"["_s + ranges.join(u", "_s) + u"]"_s;
        };
        const sql::Values theirs{left, right};
        const sql::Values ours{asJson(left), asJson(right)};
        const auto same = [&](const QByteArray &op, const QByteArray &function) {
            QCOMPARE(sqlite("SELECT " + function + "($1, $2)", ours),
                     postgres("SELECT $1::nummultirange " + op + " $2::nummultirange", theirs));
        };
        same("@>", "tenantry_range_contains");
        same("&&", "tenantry_range_overlap");
        same("-|-", "tenantry_range_adjacent");
        same("<<", "tenantry_range_left");
    }

    void nullAnswersNull()
    {
        for (const char *function : {"json_contains", "json_contains_any", "json_has_any", "json_has_all", "json_at",
                                     "json_text", "json_number", "list_contains", "list_overlap", "range_contains",
                                     "range_overlap", "range_adjacent", "range_left"}) {
            const QByteArray call = "SELECT tenantry_" + QByteArray(function) + "($1, $2)";
            QCOMPARE(sqlite(call, {nullptr, "[]"}), u"NULL"_s);
            QCOMPARE(sqlite(call, {"[]", nullptr}), u"NULL"_s);
        }
    }

    /// A constant is read once for all rows, a column for each.
    void constantsAreKept()
    {
        test::runScript(*m_sqlite, "CREATE TABLE {documents} (id {:identity}, document {:json})");
        for (const char *document : {"[1]", "[2]", "[1, 2]"}) {
            test::expectValue(m_sqlite->write([=](sql::Transaction &tx) {
                return tx.execute("INSERT INTO {documents} (document) VALUES ($1)", {document});
            }));
        }
        QCOMPARE(sqlite("SELECT group_concat(id) FROM {documents} WHERE tenantry_json_contains(document, $1)", {"[2]"}),
                 u"2,3"_s);
        QCOMPARE(sqlite("SELECT group_concat(id) FROM {documents} WHERE tenantry_json_contains($1, document)", {"[2]"}),
                 u"2"_s);
    }
};

QTEST_GUILESS_MAIN(TestSqliteOperators)
#include "tst_sqliteoperators.moc"
