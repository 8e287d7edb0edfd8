// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/search/searchquery.h"

#include "core/sql/textanalyzer.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

/// Stands between words, as in PostgreSQL's gettoken_query_websearch().
bool isBetween(QChar c)
{
    return c.isSpace() || c == u'!' || c == u'&' || c == u'|' || c == u'(' || c == u')';
}

/// Ends a word; other signs in it make it a phrase.
bool endsWord(QChar c)
{
    return isBetween(c) || c == u'"' || c == u':';
}

class Reader
{
public:
    explicit Reader(const QString &text)
        : m_text(text)
    {
    }

    SearchQuery read()
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            if (c == u'"') {
                quoted();
            } else if (c == u'-') {
                m_negated = !m_negated;
                m_afterOperand = false;
                ++m_at;
            } else if (isBetween(c)) {
                ++m_at;
            } else if (m_afterOperand && isOr()) {
                startAlternative();
            } else {
                word();
            }
        }
        startAlternative();
        return std::move(m_query);
    }

private:
    void quoted()
    {
        const qsizetype start = m_at + 1;
        const qsizetype end = m_text.indexOf(u'"', start);
        add(m_text.mid(start, end < 0 ? -1 : end - start));
        m_at = end < 0 ? m_text.size() : end + 1;
    }

    void word()
    {
        const qsizetype start = m_at++; // a colon in front belongs to it
        while (m_at < m_text.size() && !endsWord(m_text[m_at]))
            ++m_at;
        add(m_text.mid(start, m_at - start));
    }

    /// "or" between two operands: a whole word, with something behind it, be it nothing to search for.
    bool isOr()
    {
        if (QStringView(m_text).mid(m_at, 2).compare("or"_L1, Qt::CaseInsensitive) != 0)
            return false;
        const qsizetype end = m_at + 2;
        if (end < m_text.size() && (m_text[end].isLetterOrNumber() || m_text[end] == u'-' || m_text[end] == u'_'))
            return false;
        qsizetype next = end + 1;
        while (next < m_text.size() && m_text[next].isSpace())
            ++next;
        if (next >= m_text.size())
            return false;
        m_at = end;
        return true;
    }

    void add(const QString &text)
    {
        SearchPhrase phrase = sql::searchWords(text.toStdString());
        if (!phrase.empty())
            (m_negated ? m_current.unwanted : m_current.wanted).push_back(std::move(phrase));
        m_negated = false;
        m_afterOperand = true;
    }

    void startAlternative()
    {
        if (!m_current.wanted.empty() || !m_current.unwanted.empty())
            m_query.alternatives.push_back(std::exchange(m_current, {}));
        m_negated = false;
        m_afterOperand = false;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    bool m_negated = false;
    bool m_afterOperand = false;
    SearchQuery::Alternative m_current;
    SearchQuery m_query;
};

void append(std::string &text, std::string_view separator, std::string_view part)
{
    if (!text.empty())
        text += separator;
    text += part;
}

std::string tsquery(const SearchPhrase &phrase)
{
    std::string text;
    for (const std::string &word : phrase)
        append(text, "<->", "'" + word + "'");
    return "(" + text + ")";
}

/// The phrase as an FTS5 string, with a gap for a stop word, but none at its ends; empty when there are no others.
std::string ftsString(const SearchPhrase &phrase, sql::TextAnalyzer &analyzer)
{
    std::string text;
    std::string gap;
    for (const std::string &word : phrase) {
        const std::string lexeme = analyzer.lexeme(word);
        if (!lexeme.empty()) {
            if (!text.empty())
                text.append(gap).append(" ");
            text += lexeme;
            gap.clear();
        } else {
            gap.append(" ").append(sql::anyWordToken);
        }
    }
    return text.empty() ? text : "\"" + text + "\"";
}

std::string joined(const std::vector<SearchPhrase> &phrases, std::string_view sign, sql::TextAnalyzer &analyzer)
{
    std::string text;
    for (const SearchPhrase &phrase : phrases) {
        if (const std::string string = ftsString(phrase, analyzer); !string.empty())
            append(text, sign, string);
    }
    return text;
}

} // namespace

SearchQuery parseSearch(const QString &text)
{
    return Reader(text).read();
}

std::string tsqueryText(const SearchQuery &query)
{
    std::string text;
    for (const SearchQuery::Alternative &alternative : query.alternatives) {
        std::string all;
        for (const SearchPhrase &phrase : alternative.wanted)
            append(all, " & ", tsquery(phrase));
        for (const SearchPhrase &phrase : alternative.unwanted)
            append(all, " & ", "!" + tsquery(phrase));
        append(text, " | ", all);
    }
    return text;
}

MatchText matchText(const SearchQuery &query, std::string_view configuration)
{
    sql::TextAnalyzer analyzer(configuration);
    MatchText text;
    for (const SearchQuery::Alternative &alternative : query.alternatives) {
        const std::string wanted = joined(alternative.wanted, " AND ", analyzer);
        const std::string unwanted = joined(alternative.unwanted, " OR ", analyzer);
        if (!wanted.empty())
            append(text.match, " OR ", "((" + wanted + ")" + (unwanted.empty() ? "" : " NOT (" + unwanted + ")") + ")");
        else if (!unwanted.empty())
            text.excluded.push_back(unwanted);
    }
    return text;
}

} // namespace tenantry::data
