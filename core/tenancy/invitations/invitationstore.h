// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/history.h"
#include "core/sql/session.h"
#include "core/tenancy/invitations/invitation.h"
#include "core/tenancy/listing.h"

#include <QByteArray>

namespace tenantry {

/// Which invitations of an organization to list, the newest first; empty texts and absent values do not filter.
struct InvitationQuery
{
    std::optional<InvitationStatus> status;
    QString search; ///< in the e-mail address
    Window window;
};

/// Invitations in the platform database: SQL without rules. Every function works inside a read or write of it.
class InvitationStore
{
public:
    static Result<std::optional<Invitation>> byId(sql::Session &platform, std::int64_t organizationId, std::int64_t id);
    static Result<std::optional<Invitation>> byTokenHash(sql::Session &platform, const QByteArray &hash);
    /// The newest to this person: by the account that had the address when it was invited, or by the invitation's UUID.
    static Result<std::optional<Invitation>> to(sql::Session &platform, std::int64_t organizationId,
                                                const QString &accountIdOrUuid);
    /// The one that is stored as pending, its time over or not.
    static Result<std::optional<Invitation>> pendingTo(sql::Session &platform, std::int64_t organizationId,
                                                       const QString &email);
    static Result<Page<Invitation>> list(sql::Session &platform, std::int64_t organizationId,
                                         const InvitationQuery &query, Micros now);
    /// How many are open.
    static Result<std::int64_t> countOpen(sql::Session &platform, std::int64_t organizationId, Micros now);

    static audit::history::Record historyOf(std::int64_t id);
    /// Answers the new id. This and update() go into its history.
    static Result<std::int64_t> insert(sql::Transaction &platform, const Invitation &invitation,
                                       const QByteArray &tokenHash);
    /// Everything that changes after it was made: status, times, account, and who invites.
    static Result<void> update(sql::Transaction &platform, const Invitation &invitation);
    static Result<void> setTokenHash(sql::Transaction &platform, std::int64_t id, const QByteArray &hash);
};

} // namespace tenantry
