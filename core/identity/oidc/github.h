// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fetch/fetcher.h"
#include "core/identity/oidc/idtoken.h"
#include "core/identity/oidc/providerdirectory.h"

/// GitHub and its Enterprise Server, which speak OAuth 2.0 without OpenID Connect: who somebody is their API says, to
/// who has an access token. `serverUrl` is OauthSettings::serverUrl.
namespace tenantry::identity::github {

/// Where it is asked for what; it publishes no keys.
ProviderMetadata metadata(const QString &serverUrl);

/// What the API is asked on behalf of a site; `path`: "/user".
fetch::Request apiRequest(const QString &site, const QString &serverUrl, const QString &path,
                          const QByteArray &accessToken);
constexpr auto userPath = QLatin1StringView("/user");
constexpr auto emailsPath = QLatin1StringView("/user/emails?per_page=100"); // all that there are in practice

/// Whether a token may stand in a header (RFC 6750 section 2.1).
bool isAccessToken(const QByteArray &text);

/// Who has given the access token, by their id, since names change hands; without an address. Unauthorized when the
/// answer to userPath does not say.
Result<ExternalIdentity> readUser(const QString &serverUrl, const fetch::Answer &answer);
/// Their address that is primary and verified; empty when the answer to emailsPath has none, or is refused.
QString verifiedAddress(const fetch::Answer &answer);

} // namespace tenantry::identity::github
