// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/tokensigner.h"

#include <QHash>
#include <QUrl>

#include <atomic>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace tenantry::test {

/// A provider of OpenID Connect on loopback, with a thread of its own, and at the same address a GitHub Enterprise
/// Server. It checks what a provider has to (the client, its secret, the redirect URI, PKCE, that a code is good once,
/// what GitHub wants to see in headers), and says what a test wants.
class IdentityProvider
{
public:
    static constexpr auto clientId = "shop client";
    static constexpr auto clientSecret = "a secret: with/signs";

    IdentityProvider();
    ~IdentityProvider();

    QString url() const;
    /// What a browser brings back once somebody has agreed to what the authorization URL asks: a code. `who`: claims,
    /// or what GitHub says of a user, with their addresses as `emails`.
    QByteArray authorize(const QUrl &asked, const json::Object &who);
    /// Changes the claims of tokens to come; null: nothing.
    void misbehave(std::function<void(json::Object &claims)> change);
    /// Signs tokens to come with a key that it does not publish, or the right one again.
    void useStrangeKey(bool strange);
    /// Answers this path with `status` ("500 Internal Server Error") and `body` from now on.
    void answerInstead(const QByteArray &path, const QByteArray &status, const QByteArray &body);
    /// How often it was connected to.
    int connections() const { return m_connections; }

private:
    struct Grant
    {
        QString nonce;
        QString challenge;
        QString redirectUri;
        json::Object who;
    };
    void serve();
    QByteArray answer(const QByteArray &head, const QByteArray &body);
    QByteArray discovery() const;
    QByteArray tokenAnswer(const QByteArray &head, const QByteArray &body);
    QByteArray gitHubTokenAnswer(const QByteArray &head, const QByteArray &body);
    QByteArray gitHubApiAnswer(const QByteArray &head, const QByteArray &path);
    std::optional<Grant> redeemed(const QByteArray &form);

    const TokenSigner m_signer{TokenSigner::Algorithm::Rs256};
    const TokenSigner m_stranger{TokenSigner::Algorithm::Rs256};
    std::mutex m_mutex;
    QHash<QByteArray, Grant> m_grants;
    QHash<QByteArray, json::Object> m_accessTokens; ///< of GitHub: whose they are
    QHash<QByteArray, QByteArray> m_instead;
    std::function<void(json::Object &)> m_change;
    bool m_strange = false;
    std::atomic<int> m_connections = 0;
    std::atomic<int> m_port = 0;
    std::atomic<bool> m_ending = false;
    std::thread m_thread; ///< last
};

} // namespace tenantry::test
