// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tenantry::data {

/// A word of SQL as an engine gives it back: of a default, a check, or the statement that made a table.
struct SqlToken
{
    enum class Kind {
        Word,   ///< a keyword or a name without quotes; `text` as written
        Name,   ///< a quoted name, without its quotes
        Text,   ///< a string, without its quotes
        Number, ///< without a sign
        Symbol, ///< "(", ">=", "::", ...
        End,
    };

    Kind kind = Kind::End;
    std::string text = {};
    std::size_t begin = 0; ///< where it stands in the SQL
    std::size_t end = 0;

    bool is(std::string_view symbol) const { return kind == Kind::Symbol && text == symbol; }
    /// Whether it is this keyword, given in capitals.
    bool isWord(std::string_view keyword) const;
    bool isName() const { return kind == Kind::Word || kind == Kind::Name; }
};

/// Ends with a token of kind End. Comments are left out; what has no end is taken to the end of the text.
std::vector<SqlToken> sqlTokens(std::string_view sql);

/// The same without casts and collations, which PostgreSQL adds to what was written.
std::vector<SqlToken> plainSqlTokens(std::string_view sql);

} // namespace tenantry::data
