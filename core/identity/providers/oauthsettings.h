// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/json/value.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace tenantry::identity {

/// How a client authenticates itself at a provider's token endpoint (OpenID Connect Core section 9).
enum class ClientAuthentication { Basic, Post, None };

/// How a provider says who somebody is: in an ID token, or as GitHub does, whose API is asked.
enum class Protocol { OpenIdConnect, GitHub };

constexpr auto gitHubServer = QLatin1StringView("https://github.com"); ///< where nobody says otherwise

/// What is known of a provider besides who the site is there.
struct OauthSettings
{
    Protocol protocol = Protocol::OpenIdConnect;
    QString serverUrl; ///< the issuer, or where GitHub is, without a slash at its end; empty: unknown
    ClientAuthentication authentication = ClientAuthentication::Basic;
    QStringList scopes{QStringLiteral("openid"), QStringLiteral("email"), QStringLiteral("profile")};
    QString tenant; ///< of Microsoft: a directory's UUID or domain

    /// What a JSON object says, over `defaults`. Members that are no settings, and unlawful values, were refused when
    /// they were stored.
    static OauthSettings from(const json::Value &object, OauthSettings defaults);
};

/// Whether a provider may be asked for over plain http on this machine, as in development.
enum class PlainLoopback { Refused, Allowed };

/// What the settings of a kind of provider may be.
struct OauthSettingsRules
{
    QStringList members;
    QString neededScope; ///< without it a provider does not say who somebody is
};

/// What is wrong with the members of `object`; `path` names it in the errors.
std::vector<FieldError> oauthSettingsProblems(const json::Value &object, const QString &path,
                                              const OauthSettingsRules &rules, PlainLoopback loopback);

/// Whether a provider may be asked at this address: https, or http to this machine where that is allowed; without a
/// user name.
bool isProviderAddress(const QString &text, PlainLoopback loopback);

} // namespace tenantry::identity
