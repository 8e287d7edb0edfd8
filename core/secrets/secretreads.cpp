// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secretreads.h"

#include "core/access/policies/policychecks.h"
#include "core/access/roles/heldroles.h"
#include "core/audit/auditevents.h"
#include "core/json/reader.h"
#include "core/log/log.h"
#include "core/secrets/secretlevel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::secrets {

namespace {

Error noSuchSecret()
{
    return Error::make(ErrorCode::NotFound, u"There is no such secret."_s);
}

Result<json::Value> parsed(const QByteArray &text)
{
    auto value = json::read({text.constData(), std::size_t(text.size())});
    if (!value)
        return failure(Error::internal(u"a stored secret is no JSON"_s));
    return value;
}

/// The data key, looked up when the first sealed secret asks for it.
class Opener
{
public:
    Opener(const Vault &vault, sql::Session &session, const Site &site)
        : m_vault(vault)
        , m_session(session)
        , m_site(site)
    {
    }

    Result<void> open(Secret &secret)
    {
        if (secret.sensitivity == Sensitivity::Public) {
            secret.value = TRY(parsed(secret.stored));
            return {};
        }
        if (!m_key)
            m_key = TRY(m_vault.dataKey(m_session, m_site.uuid()));
        const QByteArray plain = TRY(m_key->open(secret.stored, secret.id));
        secret.value = TRY(parsed(plain));
        return {};
    }

private:
    const Vault &m_vault;
    sql::Session &m_session;
    const Site &m_site;
    std::optional<DataKey> m_key;
};

QString targetOf(const Secret &secret)
{
    return (secret.app.isEmpty() ? QString() : secret.app + u'/') + u"secret:"_s + secret.key;
}

access::CheckedResource resourceOf(const Secret &secret)
{
    json::Array tags;
    for (const QString &tag : secret.tags)
        tags.emplace_back(tag);
    json::Object attributes;
    attributes.set("secret_type", secret.typeName);
    attributes.set("sensitivity_level", nameOf(secret.sensitivity));
    attributes.set("tags", std::move(tags));
    return {.kind = u"secret:"_s + secret.key, .id = secret.key, .attributes = std::move(attributes)};
}

bool hasTags(const Secret &secret, const QStringList &tags)
{
    return std::all_of(tags.begin(), tags.end(), [&](const QString &tag) { return secret.tags.contains(tag); });
}

} // namespace

Result<Page<Secret>> SecretReads::list(const Site &site, const Caller &caller, const QString &app,
                                       SecretQuery query) const
{
    if (!caller.isManager())
        TRY(narrow(site, caller, app, query));
    return site.read(
        [&](sql::Session &session) -> Result<Page<Secret>> {
            const std::int64_t level = TRY(levelOf(session, caller, app));
            Page<Secret> page = TRY(secretstore::list(session, level, query));
            for (Secret &secret : page.items) {
                secret.app = app;
                if (secret.sensitivity == Sensitivity::Public)
                    secret.value = TRY(parsed(secret.stored));
            }
            return page;
        },
        sql::ReadKind::Snapshot);
}

Later<Secret> SecretReads::find(const Site &site, const Caller &caller, const QString &app, const QString &key,
                                const QStringList &tags) const
{
    const Result<Entries> entries = resolve(site, caller, app, {key});
    const bool isMissing = entries ? !entries->front() : entries.error().code == ErrorCode::NotFound;
    // Nobody is told whether something is there that they would have to sign in for.
    if (!caller.user && (isMissing || (entries && entries->front()->sensitivity != Sensitivity::Public)))
        return failure(ErrorCode::Unauthorized, u"Sign in to read secrets that are not public."_s);
    if (!entries)
        return failure(entries.error());
    std::vector<Secret> found = TRY(readable(site, caller, app, *entries));
    if (found.empty() || !hasTags(found.front(), tags))
        return failure(noSuchSecret());
    return delivered(site, caller, std::move(found)).map([](Result<std::vector<Secret>> secrets) -> Result<Secret> {
        std::vector<Secret> read = TRY(std::move(secrets));
        return std::move(read.front());
    });
}

Later<std::vector<Secret>> SecretReads::batch(const Site &site, const Caller &caller, const QString &app,
                                              const QStringList &keys) const
{
    const Entries entries = TRY(resolve(site, caller, app, keys));
    std::vector<Secret> found = TRY(readable(site, caller, app, entries));
    return delivered(site, caller, std::move(found));
}

Result<Page<SecretHistoryEntry>> SecretReads::history(const Site &site, const Caller &caller, const QString &app,
                                                      const QString &key, const SecretHistoryQuery &query) const
{
    TRY(caller.requireManager());
    return site.read(
        [&](sql::Session &session) -> Result<Page<SecretHistoryEntry>> {
            const std::int64_t level = TRY(levelOf(session, caller, app));
            Page<SecretHistoryEntry> page = TRY(secrethistory::list(session, level, key, query));
            if (page.total > 0)
                return page;
            const auto everything = TRY(secrethistory::list(session, level, key, {}));
            if (everything.total == 0)
                return failure(noSuchSecret());
            return page;
        },
        sql::ReadKind::Snapshot);
}

Result<std::int64_t> SecretReads::count(const Site &site, std::int64_t appId) const
{
    return site.read([&](sql::Session &session) { return secretstore::count(session, appId); });
}

/// In the order of the keys; null where there is none.
Result<SecretReads::Entries> SecretReads::resolve(const Site &site, const Caller &caller, const QString &app,
                                                  const QStringList &keys) const
{
    const std::uint64_t version = site.ownWrites();
    // Inactive apps are there for managers alone.
    const QString known = caller.isManager() ? app + u'*' : app;
    Entries entries;
    for (const QString &key : keys) {
        const auto cached = m_cache.find(site.uuid(), known, key, version);
        if (!cached)
            break;
        entries.push_back(*cached);
    }
    if (qsizetype(entries.size()) == keys.size())
        return entries;
    entries = TRY(load(site, caller, app, keys));
    for (qsizetype i = 0; i < keys.size(); ++i)
        m_cache.put(site.uuid(), known, keys[i], version, entries[std::size_t(i)]);
    return entries;
}

Result<SecretReads::Entries> SecretReads::load(const Site &site, const Caller &caller, const QString &app,
                                               const QStringList &keys) const
{
    return site.read(
        [&](sql::Session &session) -> Result<Entries> {
            const std::int64_t level = TRY(levelOf(session, caller, app));
            std::vector<Secret> found = TRY(secretstore::find(session, level, keys));
            Opener opener(m_vault, session, site);
            Entries entries;
            for (const QString &key : keys) {
                // Those of the app come first.
                const auto first =
                    std::find_if(found.begin(), found.end(), [&](const Secret &secret) { return secret.key == key; });
                if (first == found.end()) {
                    entries.push_back(nullptr);
                    continue;
                }
                first->app = first->appId == 0 ? QString() : app;
                TRY(opener.open(*first));
                entries.push_back(std::make_shared<const Secret>(*first));
            }
            return entries;
        },
        sql::ReadKind::Snapshot);
}

Result<std::vector<Secret>> SecretReads::readable(const Site &site, const Caller &caller, const QString &app,
                                                  const Entries &entries) const
{
    std::optional<bool> member;
    std::vector<Secret> secrets;
    for (const SecretCache::Entry &entry : entries) {
        if (!entry)
            continue;
        if (TRY(mayRead(site, caller, app, *entry, member)))
            secrets.push_back(*entry);
    }
    return secrets;
}

/// `member`: whether they hold a role in the app, found out when something depends on it.
Result<bool> SecretReads::mayRead(const Site &site, const Caller &caller, const QString &app, const Secret &secret,
                                  std::optional<bool> &member) const
{
    if (caller.isManager() || secret.sensitivity == Sensitivity::Public)
        return true;
    // What is inherited from the site is no app's to give.
    if (!caller.user || secret.appId == 0 || app.isEmpty())
        return false;
    if (const auto said = TRY(m_policies.said(site, *caller.user, app, resourceOf(secret), u"read"_s)))
        return *said;
    if (secret.sensitivity != Sensitivity::Private)
        return false;
    if (!member)
        member = TRY(holdsRole(site, caller, app));
    return *member;
}

/// To what the caller may read, when that is not the manager of the site.
Result<void> SecretReads::narrow(const Site &site, const Caller &caller, const QString &app, SecretQuery &query) const
{
    if (caller.user && !app.isEmpty() && TRY(m_policies.sayAnything(site, app))) {
        const auto all = TRY(site.read([&](sql::Session &session) -> Result<std::vector<Secret>> {
            return secretstore::all(session, TRY(levelOf(session, caller, app)));
        }));
        std::optional<bool> member;
        query.keys.emplace();
        for (const Secret &secret : all) {
            if (TRY(mayRead(site, caller, app, secret, member)))
                query.keys->push_back(secret.key);
        }
        return {};
    }
    query.sensitivities = {Sensitivity::Public};
    if (TRY(holdsRole(site, caller, app)))
        query.sensitivities.push_back(Sensitivity::Private);
    return {};
}

Result<bool> SecretReads::holdsRole(const Site &site, const Caller &caller, const QString &app) const
{
    if (!caller.user || app.isEmpty())
        return false;
    const QStringList roles = TRY(site.read(
        [&](sql::Session &session) { return access::roleNames(session, app, caller.user->id, m_clock.now()); }));
    return !roles.isEmpty();
}

/// The secrets, once it is written down that the sensitive among them were read.
Later<std::vector<Secret>> SecretReads::delivered(const Site &site, const Caller &caller,
                                                  std::vector<Secret> secrets) const
{
    std::vector<audit::AuditEvent> readings;
    for (const Secret &secret : secrets) {
        if (secret.sensitivity == Sensitivity::Sensitive)
            readings.push_back({0, m_clock.now(), caller.name(), u"secret.read"_s, targetOf(secret), caller.address,
                                caller.correlationId});
    }
    if (readings.empty())
        return Result<std::vector<Secret>>(std::move(secrets));
    return site
        .write([readings](sql::Transaction &transaction) -> Result<void> {
            for (const audit::AuditEvent &reading : readings)
                TRY(audit::record(transaction, reading));
            return {};
        })
        .map([this, slug = site.slug(), readings,
              secrets = std::move(secrets)](Result<void> written) mutable -> Result<std::vector<Secret>> {
            TRY(std::move(written));
            for (const audit::AuditEvent &reading : readings)
                m_log.write(Logger::Security, LogLevel::Info, u"A sensitive secret was read"_s,
                            {reading.correlationId, slug, reading.actor.value_or(QString())},
                            {{"event_type", "secret_read"}, {"target", reading.target}});
            return std::move(secrets);
        });
}

} // namespace tenantry::secrets
