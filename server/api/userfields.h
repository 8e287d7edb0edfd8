// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "server/api/bodyfields.h"

namespace tenantry::server {

/// The password of the body, none when it was not sent; a validation error unless confirm_password says the same.
Result<std::optional<QString>> confirmedPassword(const json::Value &body);

/// Takes what bodies that change users of sites and those that change accounts have in common.
template<class Change>
Result<void> takeUserFields(const json::Value &body, Change &change)
{
    change.username = textField(body, "username");
    change.email = textField(body, "email");
    change.password = TRY(confirmedPassword(body));
    change.firstName = textField(body, "first_name");
    change.lastName = textField(body, "last_name");
    change.active = booleanField(body, "is_active");
    change.staff = booleanField(body, "is_staff");
    change.deleted = booleanField(body, "is_deleted");
    return {};
}

} // namespace tenantry::server
