// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/entitytags.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

enum class Comparison { Strong, Weak };

/// One `"..."` or `W/"..."`; tags of ours hold neither comma nor quote, so that splitting at commas is enough.
bool take(const QByteArray &item, Comparison comparison, data::RowTags &into)
{
    const bool weak = item.startsWith("W/");
    const QByteArray tag = weak ? item.mid(2) : item;
    if (tag.size() < 2 || !tag.startsWith('"') || !tag.endsWith('"') || tag.mid(1, tag.size() - 2).contains('"'))
        return false;
    if (!weak || comparison == Comparison::Weak)
        into.tags.push_back(tag.mid(1, tag.size() - 2));
    return true;
}

Result<std::optional<data::RowTags>> tagsOf(const http::Request &request, const char *header, Comparison comparison)
{
    std::optional<data::RowTags> tags;
    for (const auto &[name, text] : request.headers) {
        if (name.compare(header, Qt::CaseInsensitive) != 0)
            continue;
        if (!tags)
            tags.emplace();
        for (const QByteArray &part : text.split(',')) {
            const QByteArray item = part.trimmed();
            if (item == "*")
                tags->any = true;
            else if (!take(item, comparison, *tags))
                return failure(ErrorCode::BadRequest,
                               u"%1: expected * or tags as the ETag header gave them, such as \"abc\"."_s.arg(
                                   QLatin1StringView(header)));
        }
    }
    return tags;
}

} // namespace

Result<std::optional<data::RowTags>> ifMatch(const http::Request &request)
{
    return tagsOf(request, "If-Match", Comparison::Strong);
}

Result<std::optional<data::RowTags>> ifNoneMatch(const http::Request &request)
{
    return tagsOf(request, "If-None-Match", Comparison::Weak);
}

QByteArray quotedTag(const QByteArray &tag)
{
    return '"' + tag + '"';
}

} // namespace tenantry::server
