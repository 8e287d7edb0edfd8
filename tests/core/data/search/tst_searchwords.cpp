// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/search/searchindex.h"
#include "core/data/search/searchquery.h"
#include "core/sql/textanalyzer.h"

#include "tests/support/testdatabase.h"
#include "tests/support/testtables.h"

#include <QTest>

#include <algorithm>

using namespace tenantry;
using namespace Qt::StringLiterals;

namespace {

QString joined(const std::vector<std::string> &words)
{
    QStringList list;
    for (const std::string &word : words)
        list.append(QString::fromStdString(word));
    return list.join(u' ');
}

/// A quote is written as an apostrophe.
std::string withQuotes(std::string text)
{
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

std::string definition(const std::string &configuration)
{
    return withQuotes("{'fields': [{'name': 'id', 'type': 'integer'}, {'name': 'body', 'type': 'string'}], "
                      "'primaryKey': 'id', 'search_fields': ['body'], 'search_config': '" +
                      configuration + "'}");
}

} // namespace

/// The words of texts and of searches: ours against PostgreSQL's.
class TestSearchWords : public QObject
{
    Q_OBJECT

    test::SharedEngines m_engines;
    std::shared_ptr<sql::Database> m_postgres;
    test::TestTables m_tables;

    /// What PostgreSQL's generated column makes of a text: its lexemes in their order.
    QString vectorOf(const std::string &configuration, const QString &text)
    {
        const auto table = m_tables.add("texts", definition(configuration).c_str());
        const std::string create = data::createSearchIndex(m_postgres->space(), *table);
        const std::size_t begin = create.find("ALWAYS AS (") + 11;
        std::string vector = create.substr(begin, create.find(") STORED") - begin);
        vector.replace(vector.find("body") - 1, 6, "$1::text");
        const std::string query = "SELECT string_agg(lexeme, ' ' ORDER BY place) FROM (SELECT lexeme, "
                                  "unnest(positions) AS place FROM unnest(" +
                                  vector + ")) AS words";
        return test::readText(*m_postgres, query.c_str(), {text});
    }

    static QString lexemesOf(const std::string &configuration, const QString &text)
    {
        sql::TextAnalyzer analyzer(configuration);
        QStringList lexemes;
        for (const std::string &word : sql::searchWords(text.toStdString())) {
            if (const std::string lexeme = analyzer.lexeme(word); !lexeme.empty())
                lexemes.append(QString::fromStdString(lexeme));
        }
        return lexemes.isEmpty() ? u"NULL"_s : lexemes.join(u' ');
    }

private slots:
    void initTestCase() { m_postgres = m_engines[u"postgres"_s].emptySite(); }

    void findsWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("nothing") << u""_s << u""_s;
        QTest::newRow("signs") << u" -- !? "_s << u""_s;
        QTest::newRow("hyphen") << u"Night-Train"_s << u"night train"_s;
        QTest::newRow("address") << u"kim@example.org http://a.b/c?d=1"_s << u"kim example org http a b c d 1"_s;
        QTest::newRow("number") << u"1.5 -3 1e5 1e5x 12ab"_s << u"1 5 3 1e5 1e5 x 12ab"_s;
        QTest::newRow("accents") << u"CAFÉ Cafe\u0301 Straße"_s << u"café cafe\u0301 straße"_s;
        QTest::newRow("scripts") << u"ПРИВЕТ हिन्दी 漢字"_s << u"привет हिन्दी 漢字"_s;
    }
    void findsWords()
    {
        QFETCH(QString, text);
        QFETCH(QString, words);
        QCOMPARE(joined(sql::searchWords(text.toStdString())), words);
    }

    void agreesWithPostgres_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : {u"The quick brown foxes were jumping over the lazy dogs"_s,
                                    u"Night-Train to well-known cities"_s,
                                    u"e-mail kim@example.org or see http://example.org/a/b.html?x=1&y=2 now"_s,
                                    u"1 22 1.5 -3 1e5 1e5x 5e 0x1F 3rd 2026-01-05 10:30 v1.2.3 ab12cd 1.5e10"_s,
                                    u"café CAFÉ naïve Ångström Straße ﬁne İstanbul ΟΔΟΣ σοφός"_s,
                                    u"cafe\u0301 x\u0301y"_s,
                                    u"привет мир The книги книга"_s,
                                    u"Die Häuser der Städte sind größer als Hütten"_s,
                                    u"Les chevaux étaient dans l'écurie aujourd'hui"_s,
                                    u"los gatos corrían rápidamente por las calles"_s,
                                    u"हिन्दी भाषा की किताबें and books"_s,
                                    u"தமிழ் மொழி"_s,
                                    u"漢字 かな 한국어"_s,
                                    u"مُحَمَّد كتاب الكتب"_s,
                                    u"עברית ספרים"_s,
                                    u"it's o'neil's don't rock'n'roll"_s,
                                    u"under_score snake_case a_b"_s,
                                    u"<b>bold</b> &amp; entities"_s,
                                    u"/usr/local/bin/file.txt C:dir"_s,
                                    u"🙂 smile ½ ² №5"_s,
                                    u"running runner ran runs easily fairly generously organization organize"_s,
                                    u"a the of and or not"_s,
                                    u"'quoted' (paren) [x] {y} a&b|c!d:e*"_s})
            QTest::newRow(qPrintable(text)) << text;
        // Whether a word of 2047 is one too long was decided anew within PostgreSQL 15.
        QTest::newRow("long word") << QString(2046, u'a') + u" end"_s;
        QTest::newRow("too long a word") << QString(2048, u'a') + u" end"_s;
        QTest::newRow("not stemmed") << QString(1000, u'a') + u"s "_s + QString(998, u'a') + u"s"_s;
    }
    void agreesWithPostgres()
    {
        QFETCH(QString, text);
        for (const std::string &configuration : sql::TextAnalyzer::configurations())
            QCOMPARE(QString::fromStdString(configuration) + u": "_s + lexemesOf(configuration, text),
                     QString::fromStdString(configuration) + u": "_s + vectorOf(configuration, text));
    }

    void readsSearchesAsPostgres_data()
    {
        QTest::addColumn<QString>("search");
        for (const char *search : {"night train",
                                   "'night train'",
                                   "night -train",
                                   "-night",
                                   "night OR train",
                                   "night or train -ship",
                                   "a OR b OR c",
                                   "night 'fast train' -'slow ship'",
                                   "'unclosed phrase here",
                                   "",
                                   "-",
                                   "--night",
                                   "or night",
                                   "night or",
                                   "night OR OR train",
                                   "night - train",
                                   "'' night",
                                   "'the night'",
                                   "the -night",
                                   "the",
                                   "night OR the",
                                   "orange oracle",
                                   "word'quoted phrase'tail",
                                   "a | b & !c (d)",
                                   "night -'the'",
                                   "a OR 'b c'",
                                   "x OR -y",
                                   "OR",
                                   "'night the train'",
                                   "x1|OR'ship",
                                   "a or (",
                                   "a OR'",
                                   ": - :x1 or x2"})
            QTest::newRow(search) << QString::fromStdString(withQuotes(search));
    }
    void readsSearchesAsPostgres()
    {
        QFETCH(QString, search);
        for (const char *configuration : {"english", "simple"}) {
            const data::SearchQuery query = data::parseSearch(search);
            // Two negations are none, which PostgreSQL leaves written.
            const std::string theirs =
                "SELECT replace(websearch_to_tsquery('" + std::string(configuration) + "', $1)::text, '!!', '')";
            const std::string ours = "SELECT to_tsquery('" + std::string(configuration) + "', $1)::text";
            QCOMPARE(test::readText(*m_postgres, ours.c_str(), {data::tsqueryText(query)}),
                     test::readText(*m_postgres, theirs.c_str(), {search}));
        }
    }

    void writesMatches_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QString>("match");
        QTest::addColumn<QString>("excluded");
        const auto row = [](const char *search, const char *match, const char *excluded) {
            QTest::newRow(search) << QString::fromStdString(withQuotes(search))
                                  << QString::fromStdString(withQuotes(match))
                                  << QString::fromStdString(withQuotes(excluded));
        };
        row("nights trains", "(('night' AND 'train'))", "");
        row("'nights trains' -ship -boat", "(('night train') NOT ('ship' OR 'boat'))", "");
        row("night or train", "(('night')) OR (('train'))", "");
        row("-night or train", "(('train'))", "'night'");
        row("the", "", "");
        row("'the night of the train and'", "(('night . . train'))", "");
        row("NEAR(a b) * ^x {c0}: + '", "(('near' AND 'b' AND 'x' AND 'c0'))", "");
    }
    void writesMatches()
    {
        QFETCH(QString, search);
        QFETCH(QString, match);
        QFETCH(QString, excluded);
        const data::MatchText text = data::matchText(data::parseSearch(search), "english");
        QCOMPARE(QString::fromStdString(text.match), match);
        QCOMPARE(joined(text.excluded), excluded);
    }
};

QTEST_GUILESS_MAIN(TestSearchWords)
#include "tst_searchwords.moc"
