// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <vector>

namespace tenantry::data {

/// Words in small letters that follow one another; a single one mostly.
using SearchPhrase = std::vector<std::string>;

/// What a person types into a search box, by the rules of PostgreSQL's websearch_to_tsquery: words must all be there,
/// "words in quotes" next to each other, -words not, and OR stands between alternatives. Any text is a query; signs
/// without a meaning separate words.
struct SearchQuery
{
    /// What must hold together.
    struct Alternative
    {
        std::vector<SearchPhrase> wanted;
        std::vector<SearchPhrase> unwanted;
    };

    std::vector<Alternative> alternatives; ///< any of them; none matches nothing
};

/// More is refused: what people type is shorter, and engines limit what they nest.
inline constexpr qsizetype longestSearch = 1000;

SearchQuery parseSearch(const QString &text);

/// As the text that PostgreSQL's to_tsquery reads, with every word quoted; empty for no word.
std::string tsqueryText(const SearchQuery &query);

/// As SQLite's FTS5 takes it, where nothing can be excluded from everything.
struct MatchText
{
    std::string match;                 ///< what rows must match; empty: nothing does
    std::vector<std::string> excluded; ///< rows that do not match one of these are found too
};
/// With the words of the query as the lexemes of a text search configuration (core/sql/textanalyzer.h).
MatchText matchText(const SearchQuery &query, std::string_view configuration);

} // namespace tenantry::data
