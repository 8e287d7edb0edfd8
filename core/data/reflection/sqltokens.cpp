// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/reflection/sqltokens.h"

#include <QByteArray>

#include <algorithm>
#include <array>

namespace tenantry::data {

namespace {

using Kind = SqlToken::Kind;

constexpr std::array<std::string_view, 8> longSymbols{"::", ">=", "<=", "<>", "!=", "||", "->", "=="};

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isWordPart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || isDigit(c) ||
           static_cast<unsigned char>(c) >= 0x80;
}

class Tokenizer
{
public:
    explicit Tokenizer(std::string_view sql)
        : m_sql(sql)
    {
    }

    std::vector<SqlToken> read()
    {
        for (skipBlanks(); m_at < m_sql.size(); skipBlanks()) {
            const std::size_t begin = m_at;
            SqlToken token = next();
            token.begin = begin;
            token.end = m_at;
            m_tokens.push_back(std::move(token));
        }
        m_tokens.push_back({Kind::End, {}, m_sql.size(), m_sql.size()});
        return std::move(m_tokens);
    }

private:
    bool at(std::string_view text) const { return m_sql.substr(m_at).starts_with(text); }

    void skipBlanks()
    {
        for (;;) {
            while (m_at < m_sql.size() && isSpace(m_sql[m_at]))
                ++m_at;
            if (at("--"))
                m_at = std::min(m_sql.find('\n', m_at), m_sql.size());
            else if (at("/*"))
                m_at = std::min(m_sql.find("*/", m_at + 2), m_sql.size() - 2) + 2;
            else
                return;
        }
    }

    SqlToken next()
    {
        const char c = m_sql[m_at];
        if (c == '\'')
            return {Kind::Text, quoted('\'')};
        if (c == '"' || c == '`')
            return {Kind::Name, quoted(c)};
        if (c == '[' && !isIndex())
            return {Kind::Name, quoted(']')};
        if (isDigit(c))
            return {Kind::Number, run([](char digit) { return isWordPart(digit) || digit == '.'; })};
        if (isWordPart(c))
            return {Kind::Word, run(isWordPart)};
        for (const std::string_view symbol : longSymbols) {
            if (at(symbol)) {
                m_at += symbol.size();
                return {Kind::Symbol, std::string(symbol)};
            }
        }
        return {Kind::Symbol, std::string(1, m_sql[m_at++])};
    }

    /// Whether a bracket belongs to PostgreSQL's arrays; SQLite takes it for a quote, too.
    bool isIndex() const
    {
        return at("[]") || (!m_tokens.empty() && m_tokens.back().isWord("ARRAY")) ||
               (!m_tokens.empty() && m_tokens.back().is("["));
    }

    std::string quoted(char close)
    {
        std::string text;
        for (++m_at; m_at < m_sql.size(); ++m_at) {
            if (m_sql[m_at] == close) {
                if (m_at + 1 >= m_sql.size() || m_sql[m_at + 1] != close || close == ']')
                    break;
                ++m_at;
            }
            text += m_sql[m_at];
        }
        m_at = std::min(m_at + 1, m_sql.size());
        return text;
    }

    template<class Belongs>
    std::string run(Belongs belongs)
    {
        const std::size_t begin = m_at;
        while (m_at < m_sql.size() && belongs(m_sql[m_at]))
            ++m_at;
        return std::string(m_sql.substr(begin, m_at - begin));
    }

    std::string_view m_sql;
    std::size_t m_at = 0;
    std::vector<SqlToken> m_tokens;
};

using Iterator = std::vector<SqlToken>::const_iterator;

/// Behind "(10,2)" or "[]", where there is one.
Iterator behindSuffix(Iterator at, std::string_view open, std::string_view close)
{
    if (!at->is(open))
        return at;
    while (at->kind != Kind::End && !at->is(close))
        ++at;
    return at->kind == Kind::End ? at : at + 1;
}

bool endsType(const SqlToken &token)
{
    constexpr std::array keywords{"AND", "OR", "NOT", "IS", "IN", "COLLATE"};
    return !token.isName() ||
           std::any_of(keywords.begin(), keywords.end(), [&](const char *word) { return token.isWord(word); });
}

/// Behind a type: `character varying(20)`, `timestamp(3) with time zone`, `pg_catalog.text[]`.
Iterator behindType(Iterator at)
{
    while (!endsType(*at)) {
        at = behindSuffix(at + 1, "(", ")");
        if (at->is("."))
            ++at;
    }
    return behindSuffix(at, "[", "]");
}

Iterator behindCollation(Iterator at)
{
    ++at;
    return at->is(".") ? at + 2 : at;
}

} // namespace

bool SqlToken::isWord(std::string_view keyword) const
{
    return kind == Kind::Word &&
           qstrnicmp(text.data(), qsizetype(text.size()), keyword.data(), qsizetype(keyword.size())) == 0;
}

std::vector<SqlToken> sqlTokens(std::string_view sql)
{
    return Tokenizer(sql).read();
}

std::vector<SqlToken> plainSqlTokens(std::string_view sql)
{
    const std::vector<SqlToken> all = sqlTokens(sql);
    std::vector<SqlToken> plain;
    for (Iterator at = all.begin(); at != all.end();) {
        if (at->is("::")) {
            at = behindType(at + 1);
        } else if (at->isWord("COLLATE") && (at + 1)->kind != Kind::End) {
            at = behindCollation(at + 1);
        } else {
            plain.push_back(*at);
            ++at;
        }
    }
    if (plain.empty() || plain.back().kind != Kind::End)
        plain.push_back(all.back());
    return plain;
}

} // namespace tenantry::data
