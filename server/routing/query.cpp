// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routing/call.h"
#include "server/routing/percent.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

Query Query::parse(const QByteArray &encoded)
{
    Query query;
    for (QByteArrayView rest = encoded; !rest.isEmpty();) {
        const qsizetype end = rest.indexOf('&');
        const QByteArrayView item = end < 0 ? rest : rest.first(end);
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        if (item.isEmpty())
            continue;
        const qsizetype equals = item.indexOf('=');
        const QByteArrayView name = equals < 0 ? item : item.first(equals);
        const QByteArrayView value = equals < 0 ? QByteArrayView() : item.sliced(equals + 1);
        query.m_items.emplace_back(percentDecoded(name, Plus::Space), percentDecoded(value, Plus::Space));
    }
    return query;
}

bool Query::has(const QString &name) const
{
    return value(name).has_value();
}

std::optional<QString> Query::value(const QString &name) const
{
    for (auto item = m_items.rbegin(); item != m_items.rend(); ++item) {
        if (item->first == name)
            return item->second;
    }
    return std::nullopt;
}

Result<std::optional<bool>> Query::boolean(const QString &name) const
{
    const std::optional<QString> text = value(name);
    if (!text)
        return std::optional<bool>();
    if (*text == "true"_L1 || *text == "True"_L1 || *text == "1"_L1)
        return std::optional(true);
    if (*text == "false"_L1 || *text == "False"_L1 || *text == "0"_L1)
        return std::optional(false);
    return failure(Error::field(name, u"Must be true or false."_s));
}

Result<std::optional<std::int64_t>> Query::integer(const QString &name) const
{
    const std::optional<QString> text = value(name);
    if (!text)
        return std::optional<std::int64_t>();
    bool whole = false;
    const qlonglong number = text->toLongLong(&whole);
    if (!whole)
        return failure(Error::field(name, u"Must be a whole number."_s));
    return std::optional<std::int64_t>(number);
}

} // namespace tenantry::server
