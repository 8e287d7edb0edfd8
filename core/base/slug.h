// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace tenantry {

/// Longest slug there is: slugs are DNS labels.
inline constexpr int maxSlugLength = 63;

/// Lower case; letters of other scripts transliterated to ASCII; every run of other characters becomes one '-';
/// trimmed; at most 63 characters. `fallback` ("org", "site", "app") stands in when nothing is left.
QString slugFrom(const QString &name, const QString &fallback);

/// `^[a-z0-9][a-z0-9-]*$`, at most 63 characters.
bool isSlug(QStringView text);

/// Slugs no organization, site or app may have: app, api, www, config, admin, public, sites.
bool isReservedSlug(QStringView slug);

/// `slug`, or the first of slug-1, slug-2, ... that is not `taken`; cut so that it stays within 63 characters.
QString freeSlug(const QString &slug, const std::function<bool(const QString &)> &taken);

} // namespace tenantry
