// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/fetch/fetcher.h"
#include "core/identity/oidc/recentanswers.h"
#include "core/identity/providers/oauthsettings.h"
#include "core/json/value.h"

#include <functional>
#include <mutex>
#include <variant>

namespace tenantry::identity {

/// Where a provider is asked for what (OpenID Connect Discovery section 3).
struct ProviderMetadata
{
    QString issuer;
    QString authorizationEndpoint;
    QString tokenEndpoint;
    QString keySetUrl;
};

/// What providers publish about themselves, asked for when it is needed: what they are is remembered for an hour, their
/// keys for ten minutes, and that they cannot be asked for half a minute. Every failure is Unavailable. Everything is
/// asked on behalf of a site (fetch::Request). Thread-safe.
class ProviderDirectory
{
public:
    ProviderDirectory(fetch::Fetcher &fetcher, const Clock &clock, PlainLoopback loopback);

    /// Of the issuer at this address; what calls itself otherwise is refused.
    Later<ProviderMetadata> metadata(const QString &site, const QString &serverUrl);
    /// The keys it signs with, one called `keyId` among them if there is one: they are asked for anew when it is
    /// unknown, once a minute at most.
    Later<json::Value> keySet(const QString &site, const ProviderMetadata &provider, const QString &keyId);

    /// For half a minute after noteFailure() the site asks the token endpoint nothing.
    bool isFailing(const QString &site, const ProviderMetadata &provider) const;
    void noteFailure(const QString &site, const ProviderMetadata &provider);

private:
    /// What there is to keep of the document at this address.
    template<class T>
    using Reader = std::function<Result<T>(const QByteArray &text)>;
    template<class T>
    Later<T> asked(const QString &site, const QString &url, RecentAnswers<T> &known, const Reader<T> &read);
    template<class T>
    typename RecentAnswers<T>::Answer recalled(const QString &url, const RecentAnswers<T> &known) const;

    fetch::Fetcher &m_fetcher;
    const Clock &m_clock;
    const PlainLoopback m_loopback;
    mutable std::mutex m_mutex;
    RecentAnswers<ProviderMetadata> m_metadata;
    RecentAnswers<std::monostate> m_tokenEndpoints; ///< by site and address: what one site is refused is no other's
    RecentAnswers<QByteArray> m_keySets; ///< as text: parsed, a document of another's making may take much more memory
};

} // namespace tenantry::identity
