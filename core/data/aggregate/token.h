// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <string>
#include <vector>

namespace tenantry::data {

/// A piece of `_aggregate`, `_group_by` or `_having`.
struct Token
{
    enum class Kind {
        Name,   ///< letters, digits and underscores, or anything in double quotes
        Number, ///< digits, a point, an exponent; no sign
        Text,   ///< in single quotes, a quote inside doubled; `text` is without them
        Symbol, ///< ( ) , + - * / = != <> < <= > >=
        End,
    };

    Kind kind = Kind::End;
    std::string text = {};
    qsizetype position = 0; ///< of its first character, from 1
    bool quoted = false;    ///< a name in double quotes, so no keyword and no function

    bool is(std::string_view symbol) const { return kind == Kind::Symbol && text == symbol; }
    /// A keyword or a function's name, in any letter case.
    bool isWord(std::string_view lowerCase) const;
};

/// What is wrong with a parameter, and where in it.
Error problemAt(const QString &parameter, const Token &token, const QString &message);

/// The pieces of a parameter's value, or of the part of it that begins at `offset`, the last of kind End. At most
/// `longestExpression` characters.
Result<std::vector<Token>> tokenize(const QString &parameter, const QString &text, qsizetype offset = 0);

inline constexpr qsizetype longestExpression = 4096;

/// The pieces, one after another. Peeking beyond the end gives the end.
class TokenReader
{
public:
    TokenReader(QString parameter, std::vector<Token> tokens)
        : m_parameter(std::move(parameter))
        , m_tokens(std::move(tokens))
    {
    }

    const QString &parameter() const { return m_parameter; }
    const Token &peek(std::size_t ahead = 0) const { return m_tokens[std::min(m_next + ahead, m_tokens.size() - 1)]; }
    Token take();
    bool atEnd() const { return peek().kind == Token::Kind::End; }
    /// Takes the symbol or the word when it is next.
    bool skip(std::string_view symbol);
    bool skipWord(std::string_view lowerCase);
    /// The same, or the problem that it is not there.
    Result<void> expect(std::string_view symbol);

    /// A problem with the piece that is next.
    tl::unexpected<Error> problem(const QString &message) const
    {
        return failure(problemAt(m_parameter, peek(), message));
    }

private:
    QString m_parameter;
    std::vector<Token> m_tokens;
    std::size_t m_next = 0;
};

} // namespace tenantry::data
