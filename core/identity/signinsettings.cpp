// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/signinsettings.h"

namespace tenantry::identity {

Result<SignInSettings> SignInSettings::load(sql::Session &session)
{
    const auto stored = TRY(session.first(
        "SELECT allow_email_signup, allow_social_login, primary_provider, "
        "custom_oauth_settings FROM {sign_in_settings} WHERE id = 1",
        {}, [](const sql::Cursor &row) {
            return SignInSettings{row.boolean(0), row.boolean(1), row.string(2), std::string(row.text(3))};
        }));
    return stored.value_or(SignInSettings());
}

} // namespace tenantry::identity
