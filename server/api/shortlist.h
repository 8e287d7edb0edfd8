// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/routing/answers.h"

#include <algorithm>
#include <compare>
#include <span>

namespace tenantry::server {

/// Lists that are short by nature (the apps of a site, the tables of an app) are sorted and cut here, so that both
/// engines give the same answer.

/// A name that `ordering` may hold, and how it compares two items.
template<class T>
struct ShortListKey
{
    QLatin1StringView name;
    std::strong_ordering (*compare)(const T &, const T &);
};

/// -1, 0 or 1 as an ordering.
inline std::strong_ordering ordering(int sign)
{
    return sign <=> 0;
}

/// Orders by the query's `ordering` ("-created_at,name"); items that are equal then stay in their order.
template<class T>
Result<void> sortShortList(std::vector<T> &items, const Query &query, std::span<const ShortListKey<T>> keys)
{
    QStringList parts = query.value(QStringLiteral("ordering")).value_or(QString()).split(QLatin1Char(','));
    std::reverse(parts.begin(), parts.end());
    for (const QString &part : parts) {
        const bool descending = part.startsWith(QLatin1Char('-'));
        const QString name = part.mid(descending ? 1 : 0).trimmed();
        if (name.isEmpty())
            continue;
        const auto key = std::find_if(keys.begin(), keys.end(), [&](const auto &k) { return k.name == name; });
        if (key == keys.end()) {
            QStringList names;
            for (const auto &known : keys)
                names.append(known.name);
            return failure(Error::field(QStringLiteral("ordering"),
                                        QStringLiteral("Must be among: %1.").arg(names.join(QStringLiteral(", ")))));
        }
        std::stable_sort(items.begin(), items.end(), [&](const T &left, const T &right) {
            return std::is_lt(descending ? key->compare(right, left) : key->compare(left, right));
        });
    }
    return {};
}

/// The page that the query asks for, each item rendered by `toJson`.
template<class T, class ToJson>
Result<http::Response> shortListPage(const std::vector<T> &items, const Query &query, const QString &message,
                                     ToJson toJson)
{
    const PageRequest page = TRY(PageRequest::from(query));
    const auto total = std::int64_t(items.size());
    json::Array rendered;
    for (std::int64_t i = page.offset(); i < std::min(total, page.offset() + page.size); ++i)
        rendered.push_back(toJson(items[std::size_t(i)]));
    return envelopeList(std::move(rendered), total, page, message);
}

} // namespace tenantry::server
