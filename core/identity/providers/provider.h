// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/providers/oauthsettings.h"

namespace tenantry::identity {

/// Somebody else with whom people of a site sign in: a provider of OpenID Connect, or GitHub, and who the site is
/// there.
struct Provider
{
    QString id;   ///< "openid_connect", "google", "microsoft" or "github"; also in the paths of its pages
    QString name; ///< as people know it
    QString clientId;
    QByteArray sealedSecret; ///< empty: the site has none there
    json::Value settings = json::Object();

    /// What of it is in effect; `custom`: the site's custom_oauth_settings, which are of openid_connect.
    OauthSettings effective(const json::Value &custom) const;
};

/// A provider as a caller wants it.
struct ProviderWanted
{
    QString id;
    std::optional<QString> name; ///< none: the provider's own
    QString clientId;
    std::optional<QString> secret; ///< plain; none: stays what it is, empty: there is none
    json::Value settings = json::Object();
};

/// What `custom_oauth_settings` may be.
OauthSettingsRules customOauthRules();

/// What is wrong with it by itself; `path`: "providers.0".
std::vector<FieldError> problemsOf(const ProviderWanted &wanted, const QString &path, PlainLoopback loopback);

/// The name people know a provider by where nobody has given one.
QString defaultName(const QString &providerId);

/// Whether this is GitHub, whose names for people are of another protocol than everybody else's.
bool isGitHub(const QString &providerId);

/// What a sealed client secret is sealed for.
QString placeOfSecret(const QString &providerId);

} // namespace tenantry::identity
