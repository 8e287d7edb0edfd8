// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/session.h"
#include "core/tenancy/listing.h"

#include <QString>

#include <optional>

namespace tenantry::audit {

/// Somebody did something in a site that leaves no other trace (platform.md section 12).
struct AuditEvent
{
    std::int64_t id = 0;
    std::int64_t at = 0;          ///< microseconds
    std::optional<QString> actor; ///< user name; none: nobody was signed in
    QString action;               ///< "secret.read"
    QString target;               ///< "secret:api_key", "store/secret:api_key"
    QString address;              ///< of the client
    QString correlationId;
};

/// In the transaction of what it tells of.
Result<void> record(sql::Transaction &transaction, const AuditEvent &event);

/// The newest first.
Result<Page<AuditEvent>> listed(sql::Session &session, const Window &window);

} // namespace tenantry::audit
