// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/cel/token.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::access::cel {

namespace {

using Kind = Token::Kind;

constexpr std::array<std::string_view, 26> signs{"&&", "||", "==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "%",
                                                 "!",  "?",  ":",  ".",  ",",  "(",  ")", "[", "]", "{", "}", "=", "&"};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool beginsName(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

void appendUtf8(std::string &text, char32_t c)
{
    text += QString::fromUcs4(&c, 1).toStdString();
}

std::optional<char> plainEscape(char c)
{
    constexpr std::string_view names = "abfnrtv\\?\"'`";
    constexpr std::string_view meanings = "\a\b\f\n\r\t\v\\?\"'`";
    const std::size_t at = names.find(c);
    return at == std::string_view::npos ? std::nullopt : std::optional(meanings[at]);
}

class Lexer
{
public:
    explicit Lexer(std::string_view source)
        : m_source(source)
    {
    }

    Result<std::vector<Token>> run()
    {
        std::vector<Token> tokens;
        for (;;) {
            skipSpace();
            tokens.push_back(TRY(next()));
            if (tokens.back().kind == Kind::End)
                return tokens;
        }
    }

private:
    char at(std::size_t ahead = 0) const { return m_at + ahead < m_source.size() ? m_source[m_at + ahead] : '\0'; }
    bool ended() const { return m_at >= m_source.size(); }

    void skipSpace()
    {
        for (;;) {
            if (!ended() && std::string_view(" \t\r\n\f").find(at()) != std::string_view::npos) {
                ++m_at;
            } else if (at() == '/' && at(1) == '/') {
                while (!ended() && at() != '\n')
                    ++m_at;
            } else {
                return;
            }
        }
    }

    Token since(Kind kind, std::size_t start) const
    {
        return {kind, std::string(m_source.substr(start, m_at - start)), start};
    }

    Result<Token> next()
    {
        if (ended())
            return Token{Kind::End, {}, m_at};
        if (isDigit(at()) || (at() == '.' && isDigit(at(1))))
            return number();
        if (at() == '"' || at() == '\'')
            return text(m_at, false);
        if (beginsName(at()))
            return nameOrPrefixedText();
        const auto sign = std::ranges::find_if(
            signs, [&](std::string_view known) { return m_source.substr(m_at).starts_with(known); });
        if (sign == signs.end() || *sign == "=" || *sign == "&")
            return failure(problemAt(m_at, u"'%1' means nothing here"_s.arg(QChar::fromLatin1(at()))));
        m_at += sign->size();
        return since(Kind::Sign, m_at - sign->size());
    }

    Result<Token> nameOrPrefixedText()
    {
        const std::size_t start = m_at;
        std::size_t quote = m_at;
        while (quote < m_at + 2 && std::string_view("rRbB").find(at(quote - m_at)) != std::string_view::npos)
            ++quote;
        if (const char c = at(quote - m_at); c == '"' || c == '\'') {
            const std::string_view prefix = m_source.substr(start, quote - start);
            if (prefix.find_first_of("bB") != std::string_view::npos)
                return failure(problemAt(start, u"bytes are not supported in conditions"_s));
            m_at = quote;
            return text(start, true);
        }
        while (beginsName(at()) || isDigit(at()))
            ++m_at;
        return since(Kind::Name, start);
    }

    void skipDigits()
    {
        while (isDigit(at()))
            ++m_at;
    }

    Result<Token> number()
    {
        const std::size_t start = m_at;
        Kind kind = Kind::Integer;
        if (at() == '0' && (at(1) == 'x' || at(1) == 'X')) {
            m_at += 2;
            while (isHexDigit(at()))
                ++m_at;
            if (m_at == start + 2)
                return failure(problemAt(start, u"0x needs digits behind it"_s));
        } else {
            skipDigits();
            if (at() == '.' && isDigit(at(1))) {
                kind = Kind::Real;
                ++m_at;
                skipDigits();
            }
            const std::size_t sign = at(1) == '+' || at(1) == '-' ? 1 : 0;
            if ((at() == 'e' || at() == 'E') && isDigit(at(1 + sign))) {
                kind = Kind::Real;
                m_at += 1 + sign;
                skipDigits();
            }
        }
        if (at() == 'u' || at() == 'U')
            return failure(problemAt(start, u"unsigned integers are not supported in conditions"_s));
        if (beginsName(at()))
            return failure(problemAt(m_at, u"a number ends where a name begins"_s));
        return since(kind, start);
    }

    Result<Token> text(std::size_t start, bool raw)
    {
        const char quote = at();
        const bool triple = at(1) == quote && at(2) == quote;
        const std::size_t length = triple ? 3 : 1;
        m_at += length;
        Token token{Kind::Text, {}, start};
        const auto atEnd = [&] { return at() == quote && (!triple || (at(1) == quote && at(2) == quote)); };
        while (!atEnd()) {
            if (ended() || (!triple && (at() == '\n' || at() == '\r')))
                return failure(problemAt(start, u"this text has no end"_s));
            if (at() == '\\' && !raw)
                TRY(escape(token.text));
            else
                token.text += m_source[m_at++];
        }
        m_at += length;
        if (token.text.find('\0') != std::string::npos)
            return failure(problemAt(start, u"a text cannot hold the character U+0000"_s));
        return token;
    }

    Result<void> escape(std::string &text)
    {
        const char c = at(1);
        if (const auto plain = plainEscape(c)) {
            text += *plain;
            m_at += 2;
            return {};
        }
        switch (c) {
        case 'x':
        case 'X':
            return code(text, 2, 2, 16);
        case 'u':
            return code(text, 2, 4, 16);
        case 'U':
            return code(text, 2, 8, 16);
        default:
            if (c >= '0' && c <= '3')
                return code(text, 1, 3, 8);
            return failure(problemAt(m_at, u"there is no such escape in a text"_s));
        }
    }

    /// A character given by its number, `skip` bytes from here, with so many digits.
    Result<void> code(std::string &text, std::size_t skip, std::size_t digits, int base)
    {
        const std::string_view number = m_source.substr(std::min(m_at + skip, m_source.size()), digits);
        bool valid = number.size() == digits && std::ranges::all_of(number, isHexDigit);
        const uint value = valid ? QByteArray(number.data(), qsizetype(number.size())).toUInt(&valid, base) : 0;
        if (!valid || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
            return failure(problemAt(m_at, u"there is no such character"_s));
        appendUtf8(text, value);
        m_at += skip + digits;
        return {};
    }

    const std::string_view m_source;
    std::size_t m_at = 0;
};

bool isUtf8(std::string_view text)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    [[maybe_unused]] const QString decoded = decoder(QByteArrayView(text.data(), qsizetype(text.size())));
    return !decoder.hasError();
}

} // namespace

Error problemAt(std::size_t position, const QString &message)
{
    return Error::make(ErrorCode::Validation, u"%1, at character %2"_s.arg(message).arg(position + 1));
}

Result<std::vector<Token>> tokensOf(std::string_view expression)
{
    if (expression.size() > longestExpression)
        return failure(ErrorCode::Validation, u"an expression is at most %1 bytes long"_s.arg(longestExpression));
    if (!isUtf8(expression))
        return failure(ErrorCode::Validation, u"an expression is text in UTF-8"_s);
    return Lexer(expression).run();
}

} // namespace tenantry::access::cel
