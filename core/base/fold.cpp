// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fold.h"

#include <unicode/ustring.h>

#include <algorithm>

namespace tenantry {

QString folded(const QString &text)
{
    return text.toUpper();
}

std::string folded(std::string_view utf8)
{
    const bool ascii = std::all_of(utf8.begin(), utf8.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
    if (!ascii)
        return folded(QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()))).toStdString();
    std::string capitals(utf8);
    for (char &c : capitals) {
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    }
    return capitals;
}

QString lowered(std::string_view utf8)
{
    const QString given = QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    constexpr int mostPerCharacter = 3;
    QString result(given.size() * mostPerCharacter + 1, Qt::Uninitialized);
    UErrorCode error = U_ZERO_ERROR;
    const auto size = u_strToLower(reinterpret_cast<UChar *>(result.data()), int32_t(result.size()),
                                   reinterpret_cast<const UChar *>(given.utf16()), int32_t(given.size()), "", &error);
    result.truncate(U_SUCCESS(error) ? size : 0);
    return result;
}

} // namespace tenantry
