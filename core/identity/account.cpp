// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/account.h"

#include "core/base/datetime.h"
#include "core/identity/fullname.h"

namespace tenantry::identity {

const char *const Account::columns = "a.id, a.uuid, a.username, a.email, a.password_hash, a.first_name, a.last_name, "
                                     "a.is_active, a.is_staff, a.is_superuser, a.is_deleted, a.date_joined, "
                                     "a.last_login, a.token_epoch";

Account Account::from(const sql::Cursor &row, int firstColumn)
{
    int column = firstColumn;
    Account account;
    account.id = row.integer(column++);
    account.uuid = row.string(column++);
    account.username = row.string(column++);
    account.email = row.string(column++);
    account.passwordHash = row.string(column++);
    account.firstName = row.string(column++);
    account.lastName = row.string(column++);
    account.active = row.boolean(column++);
    account.staff = row.boolean(column++);
    account.superuser = row.boolean(column++);
    account.deleted = row.boolean(column++);
    account.dateJoined = row.integer(column++);
    if (!row.isNull(column))
        account.lastLogin = row.integer(column);
    ++column;
    account.tokenEpoch = row.integer(column);
    return account;
}

QString Account::fullName() const
{
    return identity::fullName(firstName, lastName, username);
}

PlatformPrincipal Account::principal() const
{
    return {id, uuid, username, email, superuser, staff};
}

json::Object toJson(const Account &account)
{
    json::Object object;
    object.set("id", account.id);
    object.set("uuid", account.uuid);
    object.set("username", account.username);
    object.set("email", account.email);
    object.set("first_name", account.firstName);
    object.set("last_name", account.lastName);
    object.set("full_name", account.fullName());
    object.set("is_active", account.active);
    object.set("is_staff", account.staff);
    object.set("is_superuser", account.superuser);
    object.set("is_deleted", account.deleted);
    object.set("date_joined", formatDateTime(account.dateJoined));
    object.set("last_login", account.lastLogin ? json::Value(formatDateTime(*account.lastLogin)) : json::Value());
    return object;
}

} // namespace tenantry::identity
