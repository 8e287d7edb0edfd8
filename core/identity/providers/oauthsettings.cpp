// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/providers/oauthsettings.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace tenantry::identity {

namespace {

constexpr qsizetype maxLength = 1000;
constexpr auto discoveryPath = "/.well-known/openid-configuration"_L1;

const std::pair<QLatin1StringView, ClientAuthentication> authentications[] = {
    {"client_secret_basic"_L1, ClientAuthentication::Basic},
    {"client_secret_post"_L1, ClientAuthentication::Post},
    {"none"_L1, ClientAuthentication::None},
};

std::optional<ClientAuthentication> authenticationNamed(const QString &name)
{
    for (const auto &[known, value] : authentications) {
        if (name == known)
            return value;
    }
    return {};
}

/// Directories of Microsoft that are no directory: their tokens are issued by whichever one somebody comes from.
bool isDirectory(const QString &tenant)
{
    static const QRegularExpression form(u"^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$"_s);
    return form.match(tenant).hasMatch() &&
           !QStringList{u"common"_s, u"organizations"_s, u"consumers"_s}.contains(tenant.toLower());
}

QString problemWith(const QString &name, const QString &text, const QString &neededScope, PlainLoopback loopback)
{
    static const QRegularExpression scopes(u"^[!#-\\[\\]-~]+( [!#-\\[\\]-~]+)*$"_s); // RFC 6749 section 3.3
    if (text.size() > maxLength)
        return u"At most %1 characters."_s.arg(maxLength);
    if (name == "server_url"_L1 && !isProviderAddress(text, loopback))
        return u"Must be an address that begins with https://, without a password, query or fragment."_s;
    if (name == "token_endpoint_auth_method"_L1 && !authenticationNamed(text))
        return u"One of client_secret_basic, client_secret_post and none."_s;
    if (name == "scope"_L1 && (!scopes.match(text).hasMatch() || !text.split(u' ').contains(neededScope)))
        return u"Scopes with a space between them, %1 among them."_s.arg(neededScope);
    if (name == "tenant"_L1 && !isDirectory(text))
        return u"The UUID or the domain of one directory."_s;
    return {};
}

bool isThisMachine(const QUrl &url)
{
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

QString issuerIn(QString text)
{
    if (text.endsWith(discoveryPath))
        text.chop(discoveryPath.size());
    while (text.endsWith(u'/'))
        text.chop(1);
    return text;
}

} // namespace

OauthSettings OauthSettings::from(const json::Value &object, OauthSettings settings)
{
    if (object["server_url"].isString())
        settings.serverUrl = issuerIn(object["server_url"].text());
    if (const auto authentication = authenticationNamed(object["token_endpoint_auth_method"].text()))
        settings.authentication = *authentication;
    if (object["scope"].isString())
        settings.scopes = object["scope"].text().split(u' ', Qt::SkipEmptyParts);
    if (object["tenant"].isString())
        settings.tenant = object["tenant"].text();
    return settings;
}

std::vector<FieldError> oauthSettingsProblems(const json::Value &object, const QString &path,
                                              const OauthSettingsRules &rules, PlainLoopback loopback)
{
    std::vector<FieldError> problems;
    for (const auto &[key, value] : object.object()) {
        const QString name = QString::fromStdString(key);
        const QString problem = !rules.members.contains(name)
                                    ? u"There is no such setting; known are %1."_s.arg(rules.members.join(u", "_s))
                                : !value.isString() ? u"Must be a text."_s
                                                    : problemWith(name, value.text(), rules.neededScope, loopback);
        if (!problem.isEmpty())
            problems.push_back({path + u'.' + name, problem});
    }
    return problems;
}

bool isProviderAddress(const QString &text, PlainLoopback loopback)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return false;
    return url.scheme() == "https"_L1 ||
           (url.scheme() == "http"_L1 && loopback == PlainLoopback::Allowed && isThisMachine(url));
}

} // namespace tenantry::identity
