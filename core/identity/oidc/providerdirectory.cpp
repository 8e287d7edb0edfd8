// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/oidc/providerdirectory.h"

#include "core/json/reader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::identity {

namespace {

constexpr Micros minute = Micros{60} * 1'000'000;
constexpr Micros metadataLasts = 60 * minute;
constexpr Micros keysLast = 10 * minute;
constexpr Micros betweenKeySets = minute;
constexpr qsizetype longestAddress = 2048;
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

Error failedLately(const QString &url)
{
    return noProvider(u"%1 could not be asked a moment ago"_s.arg(url));
}

Result<json::Value> objectIn(const QByteArray &text)
{
    auto read = json::read({text.constData(), std::size_t(text.size())}, limits);
    if (!read || !read->isObject())
        return failure(noProvider(u"what should be a JSON object is none"_s));
    return *std::move(read);
}

Result<ProviderMetadata> metadataFrom(const json::Value &document, const QString &serverUrl, PlainLoopback loopback)
{
    const ProviderMetadata found{document["issuer"].text(), document["authorization_endpoint"].text(),
                                 document["token_endpoint"].text(), document["jwks_uri"].text()};
    if (found.issuer.size() > longestAddress || withoutSlash(found.issuer) != serverUrl)
        return failure(noProvider(u"the issuer at %1 calls itself otherwise"_s.arg(serverUrl)));
    for (const QString &url : {found.authorizationEndpoint, found.tokenEndpoint, found.keySetUrl}) {
        if (url.size() > longestAddress || !isProviderAddress(url, loopback))
            return failure(noProvider(u"the issuer at %1 names an address that is none"_s.arg(serverUrl)));
    }
    return found;
}

} // namespace

ProviderDirectory::ProviderDirectory(fetch::Fetcher &fetcher, const Clock &clock, PlainLoopback loopback)
    : m_fetcher(fetcher)
    , m_clock(clock)
    , m_loopback(loopback)
    , m_metadata(metadataLasts)
    , m_tokenEndpoints(minute)
    , m_keySets(keysLast)
{
}

Later<ProviderMetadata> ProviderDirectory::metadata(const QString &site, const QString &serverUrl)
{
    const QString url = serverUrl + u"/.well-known/openid-configuration"_s;
    const auto known = recalled(url, m_metadata);
    if (known.value)
        return Result<ProviderMetadata>(*known.value);
    if (known.isFailing)
        return failure(failedLately(url));
    return asked<ProviderMetadata>(
        site, url, m_metadata, [serverUrl, loopback = m_loopback](const QByteArray &text) -> Result<ProviderMetadata> {
            return metadataFrom(TRY(objectIn(text)), serverUrl, loopback);
        });
}

Later<json::Value> ProviderDirectory::keySet(const QString &site, const ProviderMetadata &provider,
                                             const QString &keyId)
{
    const QString &url = provider.keySetUrl;
    const auto known = recalled(url, m_keySets);
    if (known.value) {
        json::Value keySet = TRY(objectIn(*known.value));
        if (known.age < betweenKeySets || hasKey(keySet, keyId))
            return Result<json::Value>(std::move(keySet));
    }
    if (known.isFailing)
        return failure(failedLately(url));
    return asked<QByteArray>(site, url, m_keySets,
                             [](const QByteArray &text) -> Result<QByteArray> {
                                 TRY(objectIn(text));
                                 return text;
                             })
        .map([](Result<QByteArray> text) -> Result<json::Value> { return objectIn(TRY(std::move(text))); });
}

bool ProviderDirectory::isFailing(const QString &site, const ProviderMetadata &provider) const
{
    return recalled(site + u' ' + provider.tokenEndpoint, m_tokenEndpoints).isFailing;
}

void ProviderDirectory::noteFailure(const QString &site, const ProviderMetadata &provider)
{
    const std::lock_guard lock(m_mutex);
    m_tokenEndpoints.noteFailure(site + u' ' + provider.tokenEndpoint, m_clock.now());
}

template<class T>
typename RecentAnswers<T>::Answer ProviderDirectory::recalled(const QString &url, const RecentAnswers<T> &known) const
{
    const std::lock_guard lock(m_mutex);
    return known.find(url, m_clock.now());
}

template<class T>
Later<T> ProviderDirectory::asked(const QString &site, const QString &url, RecentAnswers<T> &known,
                                  const Reader<T> &read)
{
    return m_fetcher.send({url, {}, {"Accept: application/json"}, site})
        .map([this, url, &known, read](const Result<fetch::Answer> &answer) -> Result<T> {
            Result<T> found = failure(noProvider(answer ? u"%1 answers %2"_s.arg(url).arg(answer->status)
                                                        : url + u": "_s + answer.error().cause));
            if (answer && answer->status == 200)
                found = read(answer->body);
            const std::lock_guard lock(m_mutex);
            if (found)
                known.keep(url, *found, m_clock.now());
            else if (answer || answer.error().code == ErrorCode::Unavailable) // else it was not asked
                known.noteFailure(url, m_clock.now());
            return found;
        });
}

} // namespace tenantry::identity
