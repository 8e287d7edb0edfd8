// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/fuzzymatch.h"

#include <algorithm>

namespace tenantry::ui {

namespace {

constexpr int letterScore = 10;
constexpr int wordStartScore = 30;
constexpr int inARowScore = 20;
constexpr int longestTextThatCounts = 60;

bool startsWord(const QString &text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

/// Takes each letter at its first place at or after `from`.
std::optional<int> matchFrom(const QString &typed, const QString &text, qsizetype from)
{
    int score = 0;
    qsizetype last = -2;
    for (const QChar letter : typed) {
        if (letter.isSpace())
            continue;
        const qsizetype at = text.indexOf(letter, from, Qt::CaseInsensitive);
        if (at < 0)
            return std::nullopt;
        score += letterScore + (startsWord(text, at) ? wordStartScore : 0) + (at == last + 1 ? inARowScore : 0);
        last = at;
        from = at + 1;
    }
    return score;
}

} // namespace

std::optional<int> fuzzyMatch(const QString &typed, const QString &text)
{
    const QString wanted = typed.trimmed();
    if (wanted.isEmpty())
        return 0;
    std::optional<int> best;
    for (qsizetype at = text.indexOf(wanted[0], 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(wanted[0], at + 1, Qt::CaseInsensitive))
        best = std::max(best, matchFrom(wanted, text, at));
    if (best)
        *best -= int(std::min<qsizetype>(text.size(), longestTextThatCounts)) / 4;
    return best;
}

} // namespace tenantry::ui
