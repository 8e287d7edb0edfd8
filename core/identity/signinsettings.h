// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/sql/session.h"

#include <QString>

namespace tenantry::identity {

/// How people may sign in to one site (authentication.md section 8): one record, made with the site.
struct SignInSettings
{
    bool allowEmailSignup = false;
    bool allowSocialLogin = true;
    QString primaryProvider = QStringLiteral("email");
    std::string customOauthSettings = "{}"; ///< a JSON object as text

    static Result<SignInSettings> load(sql::Session &session);
};

} // namespace tenantry::identity
