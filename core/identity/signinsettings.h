// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/json/value.h"
#include "core/sql/session.h"

#include <QString>

#include <optional>

namespace tenantry::identity {

/// How people may sign in to one site: one record, made with the site.
struct SignInSettings
{
    bool allowEmailSignup = false;
    bool allowSocialLogin = true;
    QString primaryProvider = QStringLiteral("email");
    std::string customOauthSettings = "{}"; ///< a JSON object as text

    static Result<SignInSettings> load(sql::Session &session);
    Result<void> save(sql::Transaction &transaction) const;
};

/// What a caller may set; what is absent stays as it is.
struct SignInSettingsChange
{
    std::optional<bool> allowEmailSignup;
    std::optional<bool> allowSocialLogin;
    std::optional<QString> primaryProvider;
    std::optional<json::Value> customOauthSettings; ///< an object, in place of the former

    void apply(SignInSettings &settings) const;
};

} // namespace tenantry::identity
