// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/aggregate/token.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

bool startsName(QChar c)
{
    return c.isLetter() || c == u'_' || c.isSurrogate();
}

bool continuesName(QChar c)
{
    return startsName(c) || c.isDigit() || c.isMark();
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// Reads pieces off the front of a text.
class Lexer
{
public:
    Lexer(const QString &parameter, const QString &text, qsizetype offset)
        : m_parameter(parameter)
        , m_text(text)
        , m_offset(offset)
    {
    }

    Result<std::vector<Token>> all()
    {
        std::vector<Token> tokens;
        do
            tokens.push_back(TRY(next()));
        while (tokens.back().kind != Token::Kind::End);
        return tokens;
    }

private:
    QChar at(qsizetype index) const { return index < m_text.size() ? m_text[index] : QChar(); }

    Result<Token> next()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
        const QChar first = at(m_at);
        if (m_at == m_text.size())
            return token(Token::Kind::End, 0);
        if (startsName(first))
            return token(Token::Kind::Name, lengthWhile(continuesName));
        if (isDigit(first) || (first == u'.' && isDigit(at(m_at + 1))))
            return token(Token::Kind::Number, numberLength());
        if (first == u'\'' || first == u'"')
            return quoted(first);
        return symbol();
    }

    Token token(Token::Kind kind, qsizetype length)
    {
        Token result{kind, m_text.mid(m_at, length).toStdString(), m_offset + m_at + 1};
        m_at += length;
        return result;
    }

    qsizetype lengthWhile(bool (*belongs)(QChar), qsizetype from = 0) const
    {
        qsizetype end = m_at + from;
        while (end < m_text.size() && belongs(m_text[end]))
            ++end;
        return end - m_at;
    }

    qsizetype numberLength() const
    {
        qsizetype length = lengthWhile(isDigit);
        if (at(m_at + length) == u'.')
            length = lengthWhile(isDigit, length + 1);
        if (const QChar e = at(m_at + length); e == u'e' || e == u'E') {
            const QChar sign = at(m_at + length + 1);
            const qsizetype digits = length + (sign == u'+' || sign == u'-' ? 2 : 1);
            if (isDigit(at(m_at + digits)))
                length = lengthWhile(isDigit, digits);
        }
        return length;
    }

    Result<Token> quoted(QChar quote)
    {
        Token result{quote == u'"' ? Token::Kind::Name : Token::Kind::Text, {}, m_offset + m_at + 1, quote == u'"'};
        QString text;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == quote && at(++m_at) != quote) {
                result.text = text.toStdString();
                return result;
            }
            text += m_text[m_at];
        }
        return failure(problemAt(m_parameter, result, u"The quote that begins here has no end."_s));
    }

    Result<Token> symbol()
    {
        constexpr std::array symbols{"!="_L1, "<>"_L1, "<="_L1, ">="_L1, "("_L1, ")"_L1, ","_L1,
                                     "+"_L1,  "-"_L1,  "*"_L1,  "/"_L1,  "="_L1, "<"_L1, ">"_L1};
        for (const QLatin1StringView candidate : symbols) {
            if (QStringView(m_text).mid(m_at).startsWith(candidate))
                return token(Token::Kind::Symbol, candidate.size());
        }
        const Token here{Token::Kind::Symbol, {}, m_offset + m_at + 1};
        return failure(problemAt(m_parameter, here, u"'%1' means nothing here."_s.arg(m_text[m_at])));
    }

    const QString &m_parameter;
    const QString &m_text;
    qsizetype m_offset;
    qsizetype m_at = 0;
};

} // namespace

bool Token::isWord(std::string_view lowerCase) const
{
    const auto sameLetter = [](char wanted, char given) {
        return wanted == (given >= 'A' && given <= 'Z' ? char(given - 'A' + 'a') : given);
    };
    return kind == Kind::Name && !quoted &&
           std::equal(lowerCase.begin(), lowerCase.end(), text.begin(), text.end(), sameLetter);
}

Error problemAt(const QString &parameter, const Token &token, const QString &message)
{
    return Error::field(parameter, u"At character %1: %2"_s.arg(token.position).arg(message));
}

Result<std::vector<Token>> tokenize(const QString &parameter, const QString &text, qsizetype offset)
{
    if (text.size() > longestExpression)
        return failure(Error::field(parameter, u"Expected at most %1 characters."_s.arg(longestExpression)));
    if (text.contains(QChar(u'\0')))
        return failure(Error::field(parameter, u"The character U+0000 means nothing here."_s));
    return Lexer(parameter, text, offset).all();
}

Token TokenReader::take()
{
    Token token = peek();
    if (!atEnd())
        ++m_next;
    return token;
}

bool TokenReader::skip(std::string_view symbol)
{
    const bool found = peek().is(symbol);
    m_next += found ? 1 : 0;
    return found;
}

bool TokenReader::skipWord(std::string_view lowerCase)
{
    const bool found = peek().isWord(lowerCase);
    m_next += found ? 1 : 0;
    return found;
}

Result<void> TokenReader::expect(std::string_view symbol)
{
    if (skip(symbol))
        return {};
    return problem(u"Expected '%1'."_s.arg(QString::fromUtf8(symbol.data(), qsizetype(symbol.size()))));
}

} // namespace tenantry::data
