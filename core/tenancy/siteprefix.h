// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace tenantry {

/// The "/sites/{slug}/" (or "/site/{slug}/") that a path may begin with to name its tenant. Repeated slashes count as
/// one.
struct SitePrefix
{
    QByteArray slug; ///< as sent: a slug, or a site's UUID
    QByteArray base; ///< "/sites/acme"
    QByteArray rest; ///< what is left, beginning with '/'

    static std::optional<SitePrefix> of(const QByteArray &path);
};

} // namespace tenantry
