// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/fetch/fetcher.h"
#include "core/identity/providers/oauthsettings.h"

#include <mutex>
#include <unordered_map>

namespace tenantry::identity {

/// Where a provider is asked for what (OpenID Connect Discovery section 3).
struct ProviderMetadata
{
    QString issuer;
    QString authorizationEndpoint;
    QString tokenEndpoint;
    QString keySetUrl;
};

/// What providers publish about themselves, asked for when it is needed and remembered for ten minutes. Every failure
/// is Unavailable. Thread-safe.
class ProviderDirectory
{
public:
    ProviderDirectory(fetch::Fetcher &fetcher, const Clock &clock, PlainLoopback loopback);

    /// Of the issuer at this address; what calls itself otherwise is refused.
    Later<ProviderMetadata> metadata(const QString &serverUrl);
    /// The keys it signs with, one called `keyId` among them if there is one: they are asked for anew when it is
    /// unknown, once a minute at most.
    Later<json::Value> keySet(const ProviderMetadata &provider, const QString &keyId);

private:
    struct Known
    {
        json::Value document;
        Micros at = 0;
    };
    std::optional<Known> known(const QString &url) const;
    Later<json::Value> document(const QString &url);

    fetch::Fetcher &m_fetcher;
    const Clock &m_clock;
    const PlainLoopback m_loopback;
    mutable std::mutex m_mutex;
    std::unordered_map<QString, Known> m_known;
};

} // namespace tenantry::identity
