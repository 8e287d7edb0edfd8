// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/providers/provider.h"

using namespace Qt::StringLiterals;

namespace tenantry::identity {

namespace {

constexpr qsizetype maxName = 100;
constexpr qsizetype maxClientId = 500;
constexpr qsizetype maxSecretBytes = 4096;

struct Kind
{
    QLatin1StringView id;
    QLatin1StringView name;
    OauthSettingsRules settings;
};

const std::vector<Kind> &kinds()
{
    static const std::vector<Kind> all = {
        {"openid_connect"_L1,
         "OpenID Connect"_L1,
         {{u"server_url"_s, u"token_endpoint_auth_method"_s, u"scope"_s}, u"openid"_s}},
        {"google"_L1, "Google"_L1, {{u"scope"_s}, u"openid"_s}},
        {"microsoft"_L1, "Microsoft"_L1, {{u"tenant"_s, u"scope"_s}, u"openid"_s}},
        {"github"_L1, "GitHub"_L1, {{u"server_url"_s, u"scope"_s}, u"user:email"_s}},
    };
    return all;
}

const Kind *kindOf(const QString &id)
{
    for (const Kind &kind : kinds()) {
        if (id == kind.id)
            return &kind;
    }
    return nullptr;
}

QString idProblem(const QString &id)
{
    return kindOf(id) ? QString() : u"One of openid_connect, google, microsoft and github."_s;
}

/// Of a provider that is known by its name.
OauthSettings presetOf(const QString &id)
{
    OauthSettings preset;
    preset.authentication = ClientAuthentication::Post;
    if (id == "google"_L1)
        preset.serverUrl = u"https://accounts.google.com"_s;
    if (isGitHub(id)) {
        preset.protocol = Protocol::GitHub;
        preset.serverUrl = gitHubServer;
        preset.scopes = {u"read:user"_s, u"user:email"_s};
    }
    return preset;
}

} // namespace

OauthSettings Provider::effective(const json::Value &custom) const
{
    if (id == "openid_connect"_L1)
        return OauthSettings::from(settings, OauthSettings::from(custom, {}));
    OauthSettings preset = OauthSettings::from(settings, presetOf(id));
    if (id == "microsoft"_L1)
        preset.serverUrl = u"https://login.microsoftonline.com/%1/v2.0"_s.arg(preset.tenant);
    return preset;
}

OauthSettingsRules customOauthRules()
{
    return kindOf(u"openid_connect"_s)->settings;
}

std::vector<FieldError> problemsOf(const ProviderWanted &wanted, const QString &path, PlainLoopback loopback)
{
    std::vector<FieldError> problems;
    const auto about = [&](const char *member, const QString &problem) {
        if (!problem.isEmpty())
            problems.push_back({path + u'.' + QLatin1StringView(member), problem});
    };
    about("provider", idProblem(wanted.id));
    const QString name = wanted.name.value_or(u"-"_s).trimmed();
    about("name", name.isEmpty() || name.size() > maxName ? u"1 to %1 characters."_s.arg(maxName) : QString());
    about("client_id", wanted.clientId.trimmed().isEmpty() || wanted.clientId.size() > maxClientId
                           ? u"1 to %1 characters: what the site is called there."_s.arg(maxClientId)
                           : QString());
    about("secret", wanted.secret.value_or(QString()).toUtf8().size() > maxSecretBytes
                        ? u"At most %1 bytes."_s.arg(maxSecretBytes)
                        : QString());
    if (const Kind *kind = kindOf(wanted.id)) {
        const auto found = oauthSettingsProblems(wanted.settings, path + u".settings"_s, kind->settings, loopback);
        problems.insert(problems.end(), found.begin(), found.end());
        if (wanted.id == "microsoft"_L1 && wanted.settings["tenant"].isNull())
            about("settings.tenant", u"Say whose directory: its UUID or its domain."_s);
    }
    return problems;
}

QString defaultName(const QString &providerId)
{
    const Kind *kind = kindOf(providerId);
    return kind ? QString(kind->name) : providerId;
}

bool isGitHub(const QString &providerId)
{
    return providerId == "github"_L1;
}

QString placeOfSecret(const QString &providerId)
{
    return u"sign-in provider "_s + providerId;
}

} // namespace tenantry::identity
