// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "server/api/bodyfields.h"

#include <vector>

namespace tenantry::server {

/// What is wrong with the name, address and password of a user or account, confirm_password included: a Body::check.
/// The core looks at them once more, beside what is there already.
std::vector<FieldError> userFieldProblems(const json::Value &body);

/// Takes what bodies that change users of sites and those that change accounts have in common.
template<class Change>
void takeUserFields(const json::Value &body, Change &change)
{
    change.username = textField(body, "username");
    change.email = textField(body, "email");
    change.password = textField(body, "password");
    change.firstName = textField(body, "first_name");
    change.lastName = textField(body, "last_name");
    change.active = booleanField(body, "is_active");
    change.staff = booleanField(body, "is_staff");
    change.deleted = booleanField(body, "is_deleted");
}

} // namespace tenantry::server
