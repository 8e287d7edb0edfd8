// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace tenantry::sql {

/// Where a write comes from: what is recorded of a change beside the change (core/audit/history.h).
struct Origin
{
    std::optional<QString> username; ///< none: nobody was signed in
    QString address;                 ///< of the client
    QString correlationId;           ///< of the request
};

} // namespace tenantry::sql
