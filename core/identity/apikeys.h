// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/principal.h"
#include "core/audit/history.h"
#include "core/base/clock.h"
#include "core/base/later.h"
#include "core/tenancy/listing.h"
#include "core/tenancy/site.h"

#include <optional>

namespace tenantry::identity {

/// What may be told of a key that stands for a user of a site.
struct ApiKey
{
    std::int64_t id = 0;
    QString name;
    QString prefix; ///< the first characters of the key
    QString userId; ///< whom the key stands for
    QString username;
    Micros createdAt = 0;
    std::optional<Micros> expiresAt; ///< none: until it is revoked
    std::optional<Micros> lastUsedAt;
};

/// A key that was just made. The key itself is known here and never again.
struct IssuedApiKey
{
    ApiKey about;
    QString key; ///< 64 lower-case hexadecimal digits
};

struct NewApiKey
{
    QString name;
    std::optional<Micros> expiresAt;
    QString username; ///< whom it is to stand for; empty: the caller
};

/// The keys a site has issued. A key is 256 random bits, stored as their hash, and does what its user may do, until it
/// is revoked, expires, or its user is deleted; a new password does not end it. Thread-safe.
class ApiKeys
{
public:
    /// Of one user; further ones are refused.
    static constexpr int most = 100;

    explicit ApiKeys(const Clock &clock);

    /// One's own, the newest first; with `manage_site` everybody's, or those of `username`.
    Result<Page<ApiKey>> list(const Site &site, const SitePrincipal &who, const QString &username,
                              const Window &window) const;
    /// For oneself; with `manage_site_users` also for others who may do no more than oneself. Never for the mirror of
    /// somebody else's platform account, unless one is a superuser of the site.
    Later<IssuedApiKey> create(const Site &site, const SitePrincipal &who, NewApiKey key) const;
    /// One's own; with `manage_site` anybody's. Not found is also what is not one's own.
    Later<void> revoke(const Site &site, const SitePrincipal &who, std::int64_t id) const;

    /// What was done to a key, also after it was revoked; of whom revoke() lets.
    Result<Page<audit::history::Entry>> history(const Site &site, const SitePrincipal &who, std::int64_t id,
                                                const audit::history::Query &query) const;

    /// The id of the user whom the key stands for, or nothing. Notes the use beside the request, at most every five
    /// minutes.
    Result<std::optional<QString>> holder(const Site &site, const QByteArray &key) const;
    /// Inside a write: none of the user's keys is good any more.
    static Result<void> revokeAll(sql::Transaction &transaction, const QString &userId);

private:
    void noteUse(const Site &site, const QString &hash) const;

    const Clock &m_clock;
};

} // namespace tenantry::identity
