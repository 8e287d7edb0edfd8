// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/oidc/github.h"

#include "core/json/reader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::identity::github {

namespace {

constexpr auto publicApi = "https://api.github.com"_L1;
constexpr qsizetype longestToken = 4096;
constexpr json::ReadLimits limits{.depth = 8};

json::Value bodyOf(const fetch::Answer &answer)
{
    if (answer.status != 200)
        return {};
    return json::read({answer.body.constData(), std::size_t(answer.body.size())}, limits).value_or(json::Value());
}

} // namespace

ProviderMetadata metadata(const QString &serverUrl)
{
    return {serverUrl, serverUrl + u"/login/oauth/authorize"_s, serverUrl + u"/login/oauth/access_token"_s, {}};
}

fetch::Request apiRequest(const QString &site, const QString &serverUrl, const QString &path,
                          const QByteArray &accessToken)
{
    const QString api = serverUrl == gitHubServer ? QString(publicApi) : serverUrl + u"/api/v3"_s;
    return {api + path,
            {},
            {"Accept: application/vnd.github+json", "Authorization: Bearer " + accessToken, "User-Agent: Tenantry",
             "X-GitHub-Api-Version: 2022-11-28"},
            site};
}

bool isAccessToken(const QByteArray &text)
{
    return !text.isEmpty() && text.size() <= longestToken &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~'; });
}

Result<ExternalIdentity> readUser(const QString &serverUrl, const fetch::Answer &answer)
{
    const json::Value user = bodyOf(answer);
    const std::int64_t id = user["id"].integer().value_or(0);
    if (id <= 0)
        return failure(Error::make(ErrorCode::Unauthorized, u"GitHub does not say who you are; sign in again."_s)
                           .withCause(u"the API answers %1, without an id"_s.arg(answer.status)));
    ExternalIdentity who;
    who.issuer = serverUrl;
    who.subject = QString::number(id);
    const QString name = user["name"].text().simplified();
    who.givenName = name.section(u' ', 0, 0);
    who.familyName = name.section(u' ', 1);
    return who;
}

QString verifiedAddress(const fetch::Answer &answer)
{
    const json::Value addresses = bodyOf(answer);
    for (const json::Value &one : addresses.array()) {
        if (one["primary"].boolean() && one["verified"].boolean())
            return one["email"].text().trimmed();
    }
    return {};
}

} // namespace tenantry::identity::github
