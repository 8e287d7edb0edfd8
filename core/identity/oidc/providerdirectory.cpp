// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/oidc/providerdirectory.h"

#include "core/json/reader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::identity {

namespace {

constexpr Micros lifetime = Micros{10 * 60} * 1'000'000;
constexpr Micros leastBetween = Micros{60} * 1'000'000;
constexpr std::size_t mostKnown = 1000;
constexpr json::ReadLimits limits{.depth = 16};

Error noProvider(const QString &cause)
{
    return Error::make(ErrorCode::Unavailable, u"The provider cannot be asked now; try again later."_s)
        .withCause(cause);
}

QString withoutSlash(QString text)
{
    while (text.endsWith(u'/'))
        text.chop(1);
    return text;
}

bool hasKey(const json::Value &keySet, const QString &keyId)
{
    const json::Array &keys = keySet["keys"].array();
    return keyId.isEmpty() ? !keys.empty() : std::any_of(keys.begin(), keys.end(), [&](const json::Value &key) {
        return key["kid"].text() == keyId;
    });
}

Result<ProviderMetadata> metadataFrom(const json::Value &document, const QString &serverUrl, PlainLoopback loopback)
{
    const ProviderMetadata found{document["issuer"].text(), document["authorization_endpoint"].text(),
                                 document["token_endpoint"].text(), document["jwks_uri"].text()};
    if (withoutSlash(found.issuer) != serverUrl)
        return failure(noProvider(u"the issuer at %1 calls itself otherwise"_s.arg(serverUrl)));
    for (const QString &url : {found.authorizationEndpoint, found.tokenEndpoint, found.keySetUrl}) {
        if (!isProviderAddress(url, loopback))
            return failure(noProvider(u"the issuer at %1 names an address that is none"_s.arg(serverUrl)));
    }
    return found;
}

} // namespace

ProviderDirectory::ProviderDirectory(fetch::Fetcher &fetcher, const Clock &clock, PlainLoopback loopback)
    : m_fetcher(fetcher)
    , m_clock(clock)
    , m_loopback(loopback)
{
}

Later<ProviderMetadata> ProviderDirectory::metadata(const QString &serverUrl)
{
    const QString url = serverUrl + u"/.well-known/openid-configuration"_s;
    const auto read = [serverUrl, loopback = m_loopback](Result<json::Value> found) -> Result<ProviderMetadata> {
        return metadataFrom(TRY(std::move(found)), serverUrl, loopback);
    };
    const auto present = known(url);
    if (present && m_clock.now() - present->at < lifetime)
        return read(present->document);
    return document(url).map(read);
}

Later<json::Value> ProviderDirectory::keySet(const ProviderMetadata &provider, const QString &keyId)
{
    const auto present = known(provider.keySetUrl);
    const Micros age = present ? m_clock.now() - present->at : lifetime;
    if (age < leastBetween || (age < lifetime && hasKey(present->document, keyId)))
        return Result<json::Value>(present->document);
    return document(provider.keySetUrl);
}

std::optional<ProviderDirectory::Known> ProviderDirectory::known(const QString &url) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_known.find(url);
    return found == m_known.end() ? std::nullopt : std::optional(found->second);
}

Later<json::Value> ProviderDirectory::document(const QString &url)
{
    return m_fetcher.send({url, {}, {"Accept: application/json"}})
        .map([this, url](Result<fetch::Answer> answer) -> Result<json::Value> {
            if (!answer)
                return failure(noProvider(url + u": "_s + answer.error().cause));
            const auto read = json::read({answer->body.constData(), std::size_t(answer->body.size())}, limits);
            if (answer->status != 200 || !read || !read->isObject())
                return failure(noProvider(u"%1 answers %2"_s.arg(url).arg(answer->status)));
            const std::lock_guard lock(m_mutex);
            if (m_known.size() >= mostKnown)
                m_known.clear();
            m_known[url] = {*read, m_clock.now()};
            return *read;
        });
}

} // namespace tenantry::identity
