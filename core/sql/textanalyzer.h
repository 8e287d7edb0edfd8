// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tenantry::sql {

/// The words of a text in the order they stand, in small letters: runs of letters, digits and marks, as
/// core/data/search has PostgreSQL see them. A number with an exponent ends where its digits do ("1e5x" is two words),
/// as in PostgreSQL's parser; what is longer than it indexes is left out.
std::vector<std::string> searchWords(std::string_view utf8);

/// Stands in SQLite's indexes wherever a text has a word, and in phrases where any may stand; no lexeme is like it.
inline constexpr std::string_view anyWordToken = ".";

/// Makes words into what is searched for, as one of PostgreSQL's text search configurations does: stop words go, others
/// lose their endings (libstemmer), words with digits stay. Not to be used by two threads at once.
class TextAnalyzer
{
public:
    /// "english", "german", ... and "simple", which leaves all words as they are.
    static const std::vector<std::string> &configurations();

    /// One of configurations().
    explicit TextAnalyzer(std::string_view configuration);
    ~TextAnalyzer();
    TextAnalyzer(TextAnalyzer &&other) noexcept;
    TextAnalyzer &operator=(TextAnalyzer &&other) noexcept;

    /// Of a word in small letters; empty for a stop word.
    std::string lexeme(const std::string &word);

private:
    struct Dictionary;
    std::unique_ptr<Dictionary> m_words;
    std::unique_ptr<Dictionary> m_asciiWords; ///< null: as all words
};

} // namespace tenantry::sql
