// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/siteprefix.h"

namespace tenantry {

namespace {

/// Takes the next segment off `path`, with the slashes before it.
QByteArrayView takeSegment(QByteArrayView &path)
{
    while (path.startsWith('/'))
        path = path.sliced(1);
    const qsizetype end = path.indexOf('/');
    const QByteArrayView segment = end < 0 ? path : path.first(end);
    path = path.sliced(segment.size());
    return segment;
}

} // namespace

std::optional<SitePrefix> SitePrefix::of(const QByteArray &path)
{
    QByteArrayView rest = path;
    const QByteArrayView tree = takeSegment(rest);
    if (tree != "sites" && tree != "site")
        return {};
    const QByteArrayView slug = takeSegment(rest);
    if (slug.isEmpty())
        return {};
    SitePrefix prefix;
    prefix.slug = slug.toByteArray();
    prefix.base = '/' + tree.toByteArray() + '/' + prefix.slug;
    prefix.rest = rest.isEmpty() ? QByteArray("/") : rest.toByteArray();
    return prefix;
}

} // namespace tenantry
