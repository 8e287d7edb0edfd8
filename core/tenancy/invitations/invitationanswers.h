// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/later.h"
#include "core/sql/database.h"
#include "core/tenancy/invitations/invitationstore.h"
#include "core/tenancy/memberservice.h"

namespace tenantry {

class Mirrors;
namespace identity {
class PasswordHasher;
}

/// An invitation as whoever holds its token sees it.
struct ReceivedInvitation
{
    Invitation invitation;
    InvitationStatus status = InvitationStatus::Pending; ///< now
    bool requiresPassword = false;                       ///< whoever accepts chooses the password of a new account
};

/// How somebody accepts.
struct Acceptance
{
    QString password; ///< of a new account, and of none else
    QString firstName;
    QString lastName;
    std::optional<PlatformPrincipal> signedIn; ///< then the address has to be theirs
    std::shared_ptr<const sql::Origin> origin; ///< for histories
};

/// What the holder of an invitation's token does with it. A token is good once; an unknown one is NotFound, one that is
/// over BadRequest. Thread-safe.
class InvitationAnswers
{
public:
    InvitationAnswers(sql::Database &platform, Mirrors &mirrors, identity::PasswordHasher &hasher, const Clock &clock);

    Result<ReceivedInvitation> find(const QByteArray &token) const;
    /// Account, membership, groups, permissions and the invitation's end in one transaction; mirrors have followed
    /// when the answer is there. Refused when who invited may not give all of it any more.
    Later<MemberView> accept(const QByteArray &token, const Acceptance &how) const;
    Later<void> decline(const QByteArray &token, const std::shared_ptr<const sql::Origin> &origin = {}) const;

private:
    sql::Database &m_platform;
    Mirrors &m_mirrors;
    identity::PasswordHasher &m_hasher;
    const Clock &m_clock;
};

} // namespace tenantry
