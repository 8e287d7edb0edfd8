// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/patterndialect.h"

#include "tests/support/testdatabase.h"

#include <re2/re2.h>

#include <QTest>

using namespace tenantry;
using namespace tenantry::data;

/// What PostgreSQL is trusted to check means there what it means to RE2.
class TestPatternDialect : public QObject
{
    Q_OBJECT

private slots:
    void knowsWhatIsCommon_data();
    void knowsWhatIsCommon();
    void commonPatternsMatchTheSame();
};

namespace {

constexpr std::array common{
    "abc",    "a|b|cd",       "(ab)+",   "(?:ab)*c",  "a?b",    "a{2}",
    "a{1,}",  "a{1,3}b",      "^a+$",    "[a-z]+",    "[^a-z]", "[a-zA-Z0-9_]{2,5}",
    "\\d{3}", "\\w+",         "[\\w-]+", "[a-c\\d]+", "[ab-]",  "\\.\\*\\\\",
    "a+?b*?", "(a|b)c",       "^(a|b)$", "[\\.,;]+",  "ä+",     "[äö]",
    "a b",    "((a)(b|c))?d",
};

constexpr std::array subjects{
    "",    "a",  "b",    "ab",  "abc", "abab", "aa", "aaa", "aaaa", "aab",
    "cd",  "c",  "abcd", "abd", "d",   "123",  "12", "_x9", "a-b",  ".*\\",
    ".,;", "ä",  "ää",   "ö",   "a b", "a\nb", "\n", "A",   "Zz_9", "\xd9\xa3\xd9\xa3\xd9\xa3",
    "ac",  "bc",
};

} // namespace

void TestPatternDialect::knowsWhatIsCommon_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<bool>("expected");
    for (const char *pattern : common)
        QTest::newRow(pattern) << QByteArray(pattern) << true;
    for (const char *pattern :
         {"a.b",   "\\s",     "\\D",   "\\bword\\b", "(?i)a", "(?P<n>a)", "[[:alpha:]]", "a**", "a|",
          "|a",    "()",      "[]a]",  "a{300}",     "{",     "a{,2}",    "}",           "a]",  "\\pL",
          "\\x41", "[a-\\d]", "[+--]", "[ä-ö]",      "\\",    "[",        "*a",          "a{2"})
        QTest::newRow(pattern) << QByteArray(pattern) << false;
}

void TestPatternDialect::knowsWhatIsCommon()
{
    QFETCH(QByteArray, pattern);
    QFETCH(bool, expected);
    QCOMPARE(isCommonPattern({pattern.constData(), std::size_t(pattern.size())}), expected);
}

void TestPatternDialect::commonPatternsMatchTheSame()
{
    test::TestEngine instance(QStringLiteral("postgres"));
    const std::shared_ptr<sql::Database> database = instance.emptySite();
    for (const char *pattern : common) {
        const RE2 expression(pattern);
        QVERIFY2(expression.ok(), pattern);
        for (const char *subject : subjects) {
            const QString answer = test::readText(*database, "SELECT $1::text COLLATE \"C\" ~ $2",
                                                  {subject, "^(?:" + std::string(pattern) + ")$"});
            const bool matches = RE2::FullMatch(subject, expression);
            QVERIFY2(answer == (matches ? QLatin1StringView("t") : QLatin1StringView("f")),
                     qPrintable(QString::fromUtf8(pattern) + QStringLiteral(" on ") + QString::fromUtf8(subject)));
        }
    }
}

QTEST_GUILESS_MAIN(TestPatternDialect)
#include "tst_patterndialect.moc"
