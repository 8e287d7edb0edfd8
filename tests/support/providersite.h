// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/serverfixture.h"

#include <QUrl>

namespace tenantry::test {

/// A server whose site `shop` signs people in with an IdentityProvider; `rival` stands beside it.
struct ProviderSite
{
    static constexpr auto prefix = "/sites/shop";

    /// `provider`: its id. On DEVELOPMENT providers on this machine may be asked.
    ProviderSite(const QString &engine, const QByteArray &provider,
                 const ServerFixture::Settings &settings = {{QStringLiteral("DEVELOPMENT"), QStringLiteral("true")}});

    /// Makes the provider at this address the site's only one; `open`: strangers may sign up.
    HttpAnswer configure(const QString &serverUrl, bool open = true) const;
    HttpAnswer get(const QByteArray &path, const QByteArray &cookies = {}) const;
    /// Signs in on the page with a password; the session's cookie.
    QByteArray sessionOf(const QByteArray &login, const QByteArray &password) const;
    int users() const;
    /// The address of whom an answer has sent back to their page with tokens.
    QString emailIn(const HttpAnswer &answer) const;
    QByteArray path(const QByteArray &page) const { return "/accounts/" + provider + '/' + page; }

    ServerFixture server;
    QByteArray provider;
    QByteArray token; ///< of who manages the site
};

/// A browser on its way to the provider and back.
struct ProviderVisit
{
    explicit ProviderVisit(const ProviderSite &at);
    ProviderVisit(const ProviderSite &at, const QByteArray &path);

    HttpAnswer comeBack(const QByteArray &code) const { return comeBack(code, state, cookie); }
    HttpAnswer comeBack(const QByteArray &code, const QByteArray &withState, const QByteArray &withCookie) const;

    const ProviderSite &place;
    HttpAnswer sent;
    QUrl asked; ///< the authorization URL
    QByteArray state;
    QByteArray cookie;
};

/// The value of a cookie that an answer gives.
QByteArray cookieOf(const HttpAnswer &answer, const QByteArray &name);
QString parameter(const QUrl &url, const QString &name);
/// Of the fragment of the address that an answer leads to.
QByteArray memberOf(const HttpAnswer &answer, const QString &name);
/// Where the first link of a page to another server leads.
QUrl linkIn(const HttpAnswer &page);

} // namespace tenantry::test
