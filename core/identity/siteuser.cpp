// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/siteuser.h"

#include "core/base/datetime.h"
#include "core/identity/fullname.h"
#include "core/json/reader.h"

namespace tenantry::identity {

const char *const SiteUser::columns = "u.id, u.username, u.email, u.password_hash, u.first_name, u.last_name, "
                                      "u.is_active, u.is_staff, u.is_superuser, u.is_deleted, u.is_cloud_user, "
                                      "u.account_uuid, u.attributes, u.date_joined, u.last_login, u.updated_at, "
                                      "u.token_epoch";

SiteUser SiteUser::from(const sql::Cursor &row, int firstColumn)
{
    int column = firstColumn;
    SiteUser user;
    user.id = row.string(column++);
    user.username = row.string(column++);
    user.email = row.string(column++);
    user.passwordHash = row.string(column++);
    user.firstName = row.string(column++);
    user.lastName = row.string(column++);
    user.active = row.boolean(column++);
    user.staff = row.boolean(column++);
    user.superuser = row.boolean(column++);
    user.deleted = row.boolean(column++);
    user.cloudUser = row.boolean(column++);
    if (!row.isNull(column))
        user.accountUuid = row.string(column);
    ++column;
    user.attributes = row.text(column++);
    user.dateJoined = row.integer(column++);
    if (!row.isNull(column))
        user.lastLogin = row.integer(column);
    ++column;
    user.updatedAt = row.integer(column++);
    user.tokenEpoch = row.integer(column);
    return user;
}

QString SiteUser::fullName() const
{
    return identity::fullName(firstName, lastName, username);
}

json::Object toJson(const SiteUser &user)
{
    json::Object object;
    object.set("id", user.id);
    object.set("username", user.username);
    object.set("email", user.email);
    object.set("first_name", user.firstName);
    object.set("last_name", user.lastName);
    object.set("full_name", user.fullName());
    object.set("is_active", user.active);
    object.set("is_staff", user.staff);
    object.set("is_superuser", user.superuser);
    object.set("is_deleted", user.deleted);
    object.set("is_cloud_user", user.cloudUser);
    object.set("date_joined", formatDateTime(user.dateJoined));
    object.set("last_login", user.lastLogin ? json::Value(formatDateTime(*user.lastLogin)) : json::Value());
    object.set("attributes", json::read(user.attributes).value_or(json::Value(json::Object())));
    object.set("icon_url", nullptr);
    object.set("created_at", formatDateTime(user.dateJoined));
    object.set("updated_at", formatDateTime(user.updatedAt));
    return object;
}

} // namespace tenantry::identity
