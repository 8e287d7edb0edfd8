// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/later.h"
#include "core/sql/database.h"
#include "core/tenancy/memberstore.h"
#include "core/tenancy/organization.h"

namespace tenantry {

class Mirrors;

/// A member with the organization it belongs to.
struct MemberView
{
    Member member;
    QString organizationSlug;
    QString organizationName;
};

/// Whom to add: one of the two.
struct MemberReference
{
    QString username; ///< or UUID
    std::optional<std::int64_t> userId;
};

/// What people do with the members of an organization, and the rules for it. `organization` is a slug or UUID,
/// `username` may be an account's UUID. Nobody makes an owner, or changes one, who does not hold what owners hold.
/// Mirrors on the organization's sites have followed when an answer is there. Thread-safe.
class MemberService
{
public:
    MemberService(sql::Database &platform, Mirrors &mirrors, const Clock &clock);

    Result<Page<MemberView>> list(const PlatformPrincipal &who, const QString &organization,
                                  const MemberQuery &query) const;
    Result<MemberView> find(const PlatformPrincipal &who, const QString &organization, const QString &username) const;
    /// What was done to the membership of an account, also after it ended; for who manages members.
    Result<Page<audit::history::Entry>> history(const PlatformPrincipal &who, const QString &organization,
                                                const QString &username, const audit::history::Query &query) const;
    Later<MemberView> add(const PlatformPrincipal &who, const QString &organization, const MemberReference &whom,
                          const MemberChange &fields) const;
    Later<MemberView> update(const PlatformPrincipal &who, const QString &organization, const QString &username,
                             const MemberChange &change) const;
    /// Takes the member's permissions on the organization's sites too. Everybody may leave.
    Later<void> remove(const PlatformPrincipal &who, const QString &organization, const QString &username) const;

private:
    sql::Database &m_platform;
    Mirrors &m_mirrors;
    const Clock &m_clock;
};

} // namespace tenantry
