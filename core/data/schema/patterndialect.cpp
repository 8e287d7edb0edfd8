// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/patterndialect.h"

#include <cstddef>

namespace tenantry::data {

namespace {

/// PostgreSQL's largest repeat count; RE2 knows larger ones.
constexpr int maxRepeat = 255;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isAlphanumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c);
}

/// Walks through a pattern as long as everything in it is common to both dialects. Left out: '.' and \s (they differ
/// on line ends and vertical tabs), flags, Unicode classes, assertions written with a backslash, and what one of the
/// two reads as a literal and the other refuses.
class Walker
{
public:
    explicit Walker(std::string_view pattern)
        : m_rest(pattern)
    {
    }

    bool walk()
    {
        while (!m_rest.empty()) {
            if (!step())
                return false;
        }
        return m_before != Before::Bar;
    }

private:
    /// What stands before the current place, and so whether it can be repeated.
    enum class Before { Nothing, Atom, Quantifier, Bar };

    bool step()
    {
        const char c = take();
        switch (c) {
        case '\\':
            return escape();
        case '[':
            return bracket();
        case '(':
            return open();
        case '|':
            return follow(m_before != Before::Nothing && m_before != Before::Bar, Before::Bar);
        case ')':
            return follow(m_before != Before::Nothing && m_before != Before::Bar, Before::Atom);
        case '*':
        case '+':
            return follow(m_before == Before::Atom, Before::Quantifier);
        case '?':
            return question();
        case '{':
            return counted();
        case '^':
        case '$':
            return follow(true, Before::Nothing);
        case '.':
        case '}':
        case ']':
            return false;
        default:
            return follow(true, Before::Atom);
        }
    }

    bool follow(bool allowed, Before now)
    {
        m_before = now;
        return allowed;
    }

    char peek() const { return m_rest.empty() ? '\0' : m_rest.front(); }
    char take()
    {
        const char c = peek();
        m_rest.remove_prefix(1);
        return c;
    }

    static bool isCommonEscape(char c) { return c == 'd' || c == 'w' || (c > ' ' && c < '\x7f' && !isAlphanumeric(c)); }

    bool escape()
    {
        if (m_rest.empty())
            return false;
        return follow(isCommonEscape(take()), Before::Atom);
    }

    bool open()
    {
        if (peek() == '?') {
            if (!m_rest.starts_with("?:"))
                return false;
            m_rest.remove_prefix(2);
        }
        return follow(true, Before::Nothing);
    }

    /// "a?", or the lazy form of another quantifier, which matches the same whole texts.
    bool question()
    {
        if (m_before == Before::Quantifier)
            return follow(true, Before::Nothing);
        return follow(m_before == Before::Atom, Before::Quantifier);
    }

    bool number(int &value)
    {
        if (!isDigit(peek()))
            return false;
        value = 0;
        while (isDigit(peek()) && value <= maxRepeat)
            value = value * 10 + (take() - '0');
        return value <= maxRepeat;
    }

    bool counted()
    {
        int least = 0;
        int most = 0;
        if (m_before != Before::Atom || !number(least))
            return false;
        if (peek() == ',') {
            take();
            if (isDigit(peek()) && (!number(most) || most < least))
                return false;
        }
        if (peek() != '}')
            return false;
        take();
        return follow(true, Before::Quantifier);
    }

    /// Single characters, escapes and ranges of plain characters; '-' only within a range or at the end.
    bool bracket()
    {
        if (peek() == '^')
            take();
        bool empty = true;
        while (!m_rest.empty() && peek() != ']') {
            if (!bracketItem())
                return false;
            empty = false;
        }
        if (empty || m_rest.empty())
            return false;
        take();
        return follow(true, Before::Atom);
    }

    bool bracketItem()
    {
        const char c = take();
        if (c == '-')
            return peek() == ']';
        if (c == '[')
            return false;
        if (c == '\\') {
            if (m_rest.empty() || !isCommonEscape(take()))
                return false;
            return peek() != '-' || m_rest.starts_with("-]");
        }
        if (peek() != '-' || m_rest.starts_with("-]"))
            return true;
        take();
        return isAlphanumeric(c) && isAlphanumeric(take());
    }

    std::string_view m_rest;
    Before m_before = Before::Nothing;
};

} // namespace

bool isCommonPattern(std::string_view pattern)
{
    return Walker(pattern).walk();
}

} // namespace tenantry::data
