// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/sql/session.h"
#include "core/tenancy/listing.h"

#include <QString>

#include <optional>

namespace tenantry::audit {

/// Somebody did something in a site that leaves no other trace.
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

/// The same, now, from where the transaction's origin is: by who is signed in there, or by `actor`.
Result<void> record(sql::Transaction &transaction, const QString &action, const QString &target);
Result<void> record(sql::Transaction &transaction, const QString &action, const QString &target,
                    const std::optional<QString> &actor);

/// Which events to list; empty texts and absent values do not filter.
struct AuditQuery
{
    QString actor;
    QString action;
    QString target;
    std::optional<Micros> from;
    std::optional<Micros> until;
    Window window;
};

/// The newest first. Inside a snapshot, so that the total fits.
Result<Page<AuditEvent>> listed(sql::Session &session, const AuditQuery &query);

} // namespace tenantry::audit
