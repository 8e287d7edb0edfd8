// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/invitations/invitedaccounts.h"

#include "core/identity/accounts.h"

using namespace Qt::StringLiterals;

namespace tenantry::invitedaccounts {

namespace {

constexpr std::int64_t mostAtOnce = 100; ///< so that what ends one invitation does not wait for all others

/// Of an account `i.account_id` that nothing keeps; `$1` is now.
constexpr const char *isIdle = "NOT EXISTS (SELECT 1 FROM {invitations} o WHERE o.account_id = i.account_id "
                               "AND o.status = 'pending' AND o.expires_at > $1) "
                               "AND NOT EXISTS (SELECT 1 FROM {members} m WHERE m.account_id = i.account_id) "
                               "AND NOT EXISTS (SELECT 1 FROM {group_members} g WHERE g.account_id = i.account_id)";

bool isUnused(const identity::Account &account)
{
    return !account.active && !account.deleted && account.passwordHash.isEmpty();
}

/// Whether it waits; if so nobody else takes it into use or away before the transaction ends.
Result<bool> locked(sql::Transaction &platform, std::int64_t accountId)
{
    return TRY(platform.execute("UPDATE {invited_accounts} SET created_at = created_at WHERE account_id = $1",
                                {accountId})) == 1;
}

Result<void> remove(sql::Transaction &platform, std::int64_t accountId, Micros now)
{
    // Somebody may have invited them meanwhile: looked at again once nobody else can.
    if (!TRY(locked(platform, accountId)))
        return {};
    const auto idle =
        TRY(platform.first(std::string("SELECT 1 FROM {invited_accounts} i WHERE i.account_id = $2 AND ") + isIdle,
                           {now, accountId}, [](const sql::Cursor &) { return true; }));
    const auto account = TRY(identity::Accounts::byId(platform, accountId));
    if (!idle || !account)
        return {};
    TRY(identity::Accounts::removeUnused(platform, *account, u"The invitation it was made for is over"_s));
    return {};
}

} // namespace

Result<identity::Account> ensure(sql::Transaction &platform, const QString &email, const QString &uuid, Micros now)
{
    auto account = TRY(identity::Accounts::byEmail(platform, email));
    if (account && isUnused(*account) && !TRY(locked(platform, account->id)))
        account = TRY(identity::Accounts::byEmail(platform, email)); // somebody has just taken it away, or into use
    if (account)
        return *std::move(account);
    identity::Account made = TRY(identity::Accounts::insertUnused(platform, uuid, email, now));
    TRY(platform.execute("INSERT INTO {invited_accounts} (account_id, created_at) VALUES ($1, $2)", {made.id, now}));
    return made;
}

Result<bool> isWaiting(sql::Session &platform, const identity::Account &account)
{
    if (!isUnused(account))
        return false;
    const auto found = TRY(platform.first("SELECT 1 FROM {invited_accounts} WHERE account_id = $1", {account.id},
                                          [](const sql::Cursor &) { return true; }));
    return found.has_value();
}

Result<void> forget(sql::Transaction &platform, std::int64_t accountId)
{
    TRY(platform.execute("DELETE FROM {invited_accounts} WHERE account_id = $1", {accountId}));
    return {};
}

Result<void> sweep(sql::Transaction &platform, Micros now)
{
    const auto idle = TRY(platform.all(std::string("SELECT i.account_id FROM {invited_accounts} i WHERE ") + isIdle +
                                           " ORDER BY i.account_id LIMIT $2",
                                       {now, mostAtOnce}, [](const sql::Cursor &row) { return row.integer(0); }));
    for (const std::int64_t accountId : idle)
        TRY(remove(platform, accountId, now));
    return {};
}

} // namespace tenantry::invitedaccounts
