// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/serverfixture.h"

#include <map>

namespace tenantry::test {

/// Signs people in on the platform ("platform") and on sites ("shop"), each once, and hands out what a request carries.
/// The server must have been started with settings(). "admin" is the first administrator; everybody else has
/// userPassword. Ends the test program where signing in fails.
class RealmCredentials
{
public:
    static constexpr auto userPassword = "fossil on the beach 1";

    static ServerFixture::Settings settings();
    /// Where a realm's paths begin: "" or "/sites/shop".
    static QByteArray prefixOf(const QByteArray &realm);

    explicit RealmCredentials(const ServerFixture &server)
        : m_server(server)
    {
    }

    HttpHeaders bearer(const QByteArray &realm, const QByteArray &user);
    /// A token as bearer() has it whose time ended a second ago, signed by the server's own key.
    HttpHeaders expired(const QByteArray &realm, const QByteArray &user);
    HttpHeaders session(const QByteArray &realm, const QByteArray &user);
    /// One that was ended.
    HttpHeaders endedSession(const QByteArray &realm, const QByteArray &user);
    /// Of a site; the platform has none.
    HttpHeaders apiKey(const QByteArray &realm, const QByteArray &user);

private:
    QByteArray accessToken(const QByteArray &realm, const QByteArray &user);
    HttpHeaders newSession(const QByteArray &realm, const QByteArray &user) const;
    json::Value signedIn(const QByteArray &realm, const QByteArray &path, const QByteArray &user) const;

    using Known = std::map<std::pair<QByteArray, QByteArray>, QByteArray>; ///< by realm and user
    const ServerFixture &m_server;
    Known m_tokens;
    std::map<std::pair<QByteArray, QByteArray>, HttpHeaders> m_sessions;
    std::map<std::pair<QByteArray, QByteArray>, HttpHeaders> m_keys;
};

} // namespace tenantry::test
