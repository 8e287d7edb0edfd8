// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/userfields.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

Result<std::optional<QString>> confirmedPassword(const json::Value &body)
{
    std::optional<QString> password = textField(body, "password");
    if (password.value_or(QString()) != textField(body, "confirm_password").value_or(QString()))
        return failure(Error::field(u"confirm_password"_s, u"The two passwords differ."_s));
    return password;
}

} // namespace tenantry::server
