// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QString>

#include <optional>

namespace tenantry {

/// A host name that routes to one site. A snapshot.
struct Domain
{
    std::int64_t id = 0;
    QString uuid;
    std::int64_t siteId = 0;
    QString siteSlug;
    QString siteUuid;
    QString slug;
    QString domain; ///< lower case, without "www."
    bool primary = false;
    Micros createdAt = 0;
    Micros modifiedAt = 0;
};

/// What a caller may set of a domain; what is absent stays as it is (or takes its default).
struct DomainChange
{
    std::optional<QString> domain;
    std::optional<bool> primary;
};

} // namespace tenantry
