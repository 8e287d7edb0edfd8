// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/signinsettings.h"

#include "core/base/takegiven.h"
#include "core/json/writer.h"

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

Result<void> SignInSettings::save(sql::Transaction &transaction) const
{
    TRY(transaction.execute(
        "UPDATE {sign_in_settings} SET allow_email_signup = $1, allow_social_login = $2, "
        "primary_provider = $3, custom_oauth_settings = $4 WHERE id = 1",
        {allowEmailSignup, allowSocialLogin, primaryProvider, QByteArray::fromStdString(customOauthSettings)}));
    return {};
}

void SignInSettingsChange::apply(SignInSettings &settings) const
{
    takeGiven(allowEmailSignup, settings.allowEmailSignup);
    takeGiven(allowSocialLogin, settings.allowSocialLogin);
    takeGiven(primaryProvider, settings.primaryProvider);
    if (customOauthSettings)
        settings.customOauthSettings = json::write(*customOauthSettings).toStdString();
}

} // namespace tenantry::identity
