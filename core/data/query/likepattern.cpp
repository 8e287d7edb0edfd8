// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/likepattern.h"

namespace tenantry::data {

namespace {

void appendLiteral(std::string &glob, char c)
{
    if (c == '*' || c == '?' || c == '[')
        glob.append({'[', c, ']'});
    else
        glob += c;
}

} // namespace

std::string literalPattern(std::string_view text)
{
    std::string pattern;
    pattern.reserve(text.size());
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '\\')
            pattern += '\\';
        pattern += c;
    }
    return pattern;
}

bool isPattern(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && ++i == text.size())
            return false;
    }
    return true;
}

std::string globOf(std::string_view pattern)
{
    std::string glob;
    glob.reserve(pattern.size());
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '%')
            glob += '*';
        else if (pattern[i] == '_')
            glob += '?';
        else
            appendLiteral(glob, pattern[i] == '\\' ? pattern[++i] : pattern[i]);
    }
    return glob;
}

} // namespace tenantry::data
