// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/principal.h"
#include "core/identity/accounts.h"
#include "core/tenancy/listing.h"

namespace tenantry {

class Mirrors;

/// What a caller may set of an account; what is absent stays as it is.
struct AccountChange
{
    std::optional<QString> username;
    std::optional<QString> email;
    std::optional<QString> password;
    std::optional<QString> firstName;
    std::optional<QString> lastName;
    std::optional<bool> active;
    std::optional<bool> staff;
    std::optional<bool> superuser;
    std::optional<bool> deleted; ///< false brings a deleted account back
    QByteArray keptSession;      ///< token of a session of the account's that a new password does not end

    /// Anything but names and password, which are one's own; another e-mail address is for managers as well.
    bool isForManagersAlone() const { return username || active || staff || superuser || deleted; }
};

/// What people do with platform accounts, and the rules for it: everybody with their own, superusers with all, and
/// those with whom a group shares view_user, add_user, change_user or delete_user with accounts that may do no more
/// than they (access::ranksWith). `key` is a user name, a UUID or "me". Mirrors have followed when the answer is there.
/// Thread-safe.
class AccountService
{
public:
    AccountService(identity::Accounts accounts, identity::PasswordHasher &hasher, Mirrors &mirrors, const Clock &clock);

    /// Those who do not see all see those they share an organization with.
    Result<Page<identity::Account>> list(const PlatformPrincipal &who, identity::AccountFilter filter) const;
    Result<identity::Account> find(const PlatformPrincipal &who, const QString &key) const;
    /// What was done to an account, for those who change accounts; of one that is gone, by its UUID, for superusers.
    Result<Page<audit::history::Entry>> history(const PlatformPrincipal &who, const QString &key,
                                                const audit::history::Query &query) const;
    Later<identity::Account> create(const PlatformPrincipal &who, const identity::NewAccount &account) const;
    /// A new password and deactivation end what was signed in before.
    Later<identity::Account> update(const PlatformPrincipal &who, const QString &key,
                                    const AccountChange &change) const;
    /// Keeps the row, for audit; name and address stay taken. Takes memberships, groups and permissions. Refused for
    /// oneself, and for an organization's last owner.
    Later<void> remove(const PlatformPrincipal &who, const QString &key) const;

private:
    Later<identity::Account> change(const PlatformPrincipal &who, const QString &key, const AccountChange &change,
                                    const QString &hash) const;

    const identity::Accounts m_accounts;
    identity::PasswordHasher &m_hasher;
    Mirrors &m_mirrors;
    const Clock &m_clock;
};

} // namespace tenantry
