// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/reflection/createstatement.h"

#include "core/data/reflection/sqltokens.h"

#include <algorithm>
#include <array>

namespace tenantry::data {

namespace {

using Kind = SqlToken::Kind;

/// What begins an entry that is no column.
bool beginsConstraint(const SqlToken &token)
{
    constexpr std::array keywords{"CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN"};
    return std::any_of(keywords.begin(), keywords.end(), [&](const char *word) { return token.isWord(word); });
}

class Reader
{
public:
    explicit Reader(std::string_view sql)
        : m_sql(sql)
        , m_tokens(sqlTokens(sql))
    {
    }

    CreateStatement read()
    {
        while (!ended() && !now().is("("))
            ++m_at;
        for (++m_at; !ended() && !now().is(")"); skipComma())
            readEntry();
        return std::move(m_result);
    }

private:
    const SqlToken &now() const { return m_tokens[std::min(m_at, m_tokens.size() - 1)]; }
    bool ended() const { return now().kind == Kind::End; }
    void skipComma() { m_at += now().is(",") ? 1 : 0; }

    void readEntry()
    {
        if (!beginsConstraint(now())) {
            m_result.columns.push_back({now().text, {}});
            m_ofColumn = true;
            ++m_at;
        } else {
            m_ofColumn = false;
        }
        std::string name;
        while (!ended() && !now().is(",") && !now().is(")")) {
            if (now().isWord("CONSTRAINT")) {
                ++m_at;
                name = now().text;
            } else if (now().isWord("COLLATE") && m_ofColumn) {
                ++m_at;
                m_result.columns.back().collation = now().text;
            } else if (now().isWord("CHECK")) {
                ++m_at;
                const std::size_t begin = now().end;
                skipGroup();
                m_result.checks.push_back({name, std::string(m_sql.substr(begin, m_tokens[m_at - 1].begin - begin))});
                name.clear();
                continue;
            }
            skipGroup();
        }
    }

    /// One token, or all between a parenthesis and its counterpart.
    void skipGroup()
    {
        int depth = 0;
        do {
            depth += now().is("(") ? 1 : now().is(")") ? -1 : 0;
            ++m_at;
        } while (depth > 0 && !ended());
    }

    std::string_view m_sql;
    std::vector<SqlToken> m_tokens;
    std::size_t m_at = 0;
    bool m_ofColumn = false;
    CreateStatement m_result;
};

} // namespace

CreateStatement readCreateStatement(std::string_view sql)
{
    return Reader(sql).read();
}

} // namespace tenantry::data
