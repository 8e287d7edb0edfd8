// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/rowtag.h"

#include "core/base/crypto.h"

#include <algorithm>

namespace tenantry::data {

namespace {

/// 96 bits: no two states of a row meet by accident, and nobody gains from making them meet.
constexpr qsizetype tagBytes = 12;

QByteArray shortHash(QByteArrayView text)
{
    return crypto::base64Url(crypto::sha256(text).first(tagBytes));
}

} // namespace

QByteArray rowTag(QByteArrayView row)
{
    return shortHash(row);
}

QByteArray answerTag(const QByteArray &rowTag, QByteArrayView answer)
{
    return rowTag + '.' + shortHash(answer);
}

bool RowTags::nameRow(const QByteArray &tag) const
{
    return any || std::any_of(tags.begin(), tags.end(),
                              [&](const QByteArray &named) { return named.split('.').front() == tag; });
}

bool RowTags::contain(const QByteArray &tag) const
{
    return any || std::find(tags.begin(), tags.end(), tag) != tags.end();
}

} // namespace tenantry::data
