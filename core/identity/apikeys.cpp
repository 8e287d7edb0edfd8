// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/apikeys.h"

#include "core/audit/auditevents.h"
#include "core/base/crypto.h"
#include "core/base/datetime.h"
#include "core/identity/rank.h"
#include "core/identity/siteusers.h"

using namespace Qt::StringLiterals;

namespace tenantry::identity {

namespace {

constexpr int keyBytes = 32;
constexpr int prefixLength = 8;
constexpr Micros useInterval = Micros{5 * 60} * 1'000'000;

const std::string columns =
    "SELECT k.id, k.name, k.prefix, k.user_id, u.username, k.created_at, k.expires_at, k.last_used_at "
    "FROM {api_keys} k JOIN {users} u ON u.id = k.user_id";

std::optional<Micros> time(const sql::Cursor &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional<Micros>(row.integer(column));
}

ApiKey keyFrom(const sql::Cursor &row)
{
    return {row.integer(0), row.string(1),  row.string(2), row.string(3),
            row.string(4),  row.integer(5), time(row, 6),  time(row, 7)};
}

using audit::history::Change;

audit::history::Record historyOf(std::int64_t id)
{
    return {u"api_key"_s, QString::number(id)};
}

audit::history::NewEntry entryOf(const ApiKey &key, Change change)
{
    json::Object fields;
    fields.set("id", key.id);
    fields.set("name", key.name);
    fields.set("prefix", key.prefix);
    fields.set("user", key.username);
    fields.set("user_id", key.userId);
    fields.set("created_at", dateTimeText(key.createdAt));
    fields.set("expires_at", key.expiresAt ? json::Value(dateTimeText(*key.expiresAt)) : json::Value());
    return {historyOf(key.id), change, std::move(fields)};
}

/// Deletes the keys that meet a condition on `k`, and answers how many there were.
Result<std::size_t> revokeWhere(sql::Transaction &transaction, std::string_view condition, const sql::Values &values)
{
    const auto doomed = TRY(transaction.all(columns + " WHERE " + std::string(condition), values, keyFrom));
    std::vector<audit::history::NewEntry> entries;
    for (const ApiKey &key : doomed) {
        entries.push_back(entryOf(key, Change::Deleted));
        TRY(audit::record(transaction, u"api_key.revoke"_s, u"api_key:"_s + key.prefix));
        TRY(transaction.execute("DELETE FROM {api_keys} WHERE id = $1", {key.id}));
    }
    TRY(audit::history::add(transaction, entries));
    return doomed.size();
}

/// Keys are of one form, so that nothing else is looked for.
bool isKey(const QByteArray &text)
{
    return text.size() == 2 * keyBytes && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

QString hashOf(const QByteArray &key)
{
    return QString::fromLatin1(crypto::sha256Hex(key));
}

/// The user for whom the caller wants a key.
Result<SiteUser> holderFor(sql::Session &session, const SitePrincipal &who, const QString &username, Micros now)
{
    const bool own = username.isEmpty() || username == who.username;
    if (!own && !who.may(u"manage_site_users"_s))
        return failure(ErrorCode::Forbidden, u"Only those who manage the site's users make keys for others."_s,
                       u"Ask an administrator of the site for the permission manage_site_users."_s);
    std::optional<SiteUser> user =
        TRY(own ? SiteUsers::byId(session, who.id) : SiteUsers::byUsername(session, username));
    if (!user || !user->maySignIn())
        return failure(Error::field(u"username"_s, u"The site has no active user of this name."_s));
    TRY(checkRank(session, who, *user, now));
    // What a mirror may do is decided on the platform, and the key opens that too: no administrator of a site lends it.
    if (user->cloudUser && user->id != who.id)
        return failure(ErrorCode::Forbidden, u"This user follows an account of the platform and makes keys alone."_s);
    return *std::move(user);
}

Result<void> checkRoom(sql::Session &session, const QString &userId)
{
    const auto count = TRY(session.first("SELECT count(*) FROM {api_keys} WHERE user_id = $1", {userId},
                                         [](const sql::Cursor &row) { return row.integer(0); }));
    if (count.value_or(0) < ApiKeys::most)
        return {};
    return failure(ErrorCode::BadRequest,
                   u"A user has at most %1 keys; revoke one that is no longer needed."_s.arg(ApiKeys::most));
}

Result<void> checkInput(const NewApiKey &key, Micros now)
{
    std::vector<FieldError> problems;
    if (key.name.trimmed().isEmpty())
        problems.push_back({u"name"_s, u"Say what the key is for."_s});
    if (key.expiresAt && *key.expiresAt <= now)
        problems.push_back({u"expires_at"_s, u"This time is over already."_s});
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    return {};
}

Error noSuchKey()
{
    return Error::make(ErrorCode::NotFound, u"You have no such API key."_s);
}

} // namespace

ApiKeys::ApiKeys(const Clock &clock)
    : m_clock(clock)
{
}

Result<Page<ApiKey>> ApiKeys::list(const Site &site, const SitePrincipal &who, const QString &username,
                                   const Window &window) const
{
    return site.read(
        [&](sql::Session &session) -> Result<Page<ApiKey>> {
            Conditions conditions;
            if (!who.may(u"manage_site"_s))
                conditions.add("k.user_id = " + conditions.bind(who.id));
            if (!username.isEmpty())
                conditions.add("u.username = " + conditions.bind(username));
            Page<ApiKey> page;
            const auto total = TRY(session.first(
                "SELECT count(*) FROM {api_keys} k JOIN {users} u ON u.id = k.user_id" + conditions.where(),
                conditions.values(), [](const sql::Cursor &row) { return row.integer(0); }));
            page.total = total.value_or(0);
            std::string text = columns + conditions.where() + " ORDER BY k.id DESC";
            text += " LIMIT " + conditions.bind(window.limit);
            text += " OFFSET " + conditions.bind(window.offset);
            page.items = TRY(session.all(text, conditions.values(), keyFrom));
            return page;
        },
        sql::ReadKind::Snapshot);
}

Later<IssuedApiKey> ApiKeys::create(const Site &site, const SitePrincipal &who, NewApiKey key) const
{
    const Micros now = m_clock.now();
    TRY(checkInput(key, now));
    return site.write([=, key = std::move(key)](sql::Transaction &transaction) -> Result<IssuedApiKey> {
        const SiteUser user = TRY(holderFor(transaction, who, key.username, now));
        TRY(checkRoom(transaction, user.id));
        const QByteArray secret = crypto::randomBytes(keyBytes).toHex();
        IssuedApiKey issued;
        issued.key = QString::fromLatin1(secret);
        issued.about = {
            0, key.name.trimmed(), issued.key.first(prefixLength), user.id, user.username, now, key.expiresAt, {}};
        const auto id =
            TRY(transaction.first("INSERT INTO {api_keys} (key_hash, prefix, name, user_id, created_at, expires_at) "
                                  "VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
                                  {hashOf(secret), issued.about.prefix, issued.about.name, user.id, now,
                                   key.expiresAt ? sql::Value(*key.expiresAt) : sql::Value()},
                                  [](const sql::Cursor &row) { return row.integer(0); }));
        issued.about.id = id.value_or(0);
        TRY(audit::history::add(transaction, entryOf(issued.about, Change::Created)));
        TRY(audit::record(transaction, u"api_key.create"_s, u"api_key:"_s + issued.about.prefix));
        return issued;
    });
}

Later<void> ApiKeys::revoke(const Site &site, const SitePrincipal &who, std::int64_t id) const
{
    return site.write([=](sql::Transaction &transaction) -> Result<void> {
        const std::size_t revoked = TRY(
            revokeWhere(transaction, "k.id = $1 AND (k.user_id = $2 OR $3)", {id, who.id, who.may(u"manage_site"_s)}));
        if (revoked == 0)
            return failure(noSuchKey());
        return {};
    });
}

Result<Page<audit::history::Entry>> ApiKeys::history(const Site &site, const SitePrincipal &who, std::int64_t id,
                                                     const audit::history::Query &query) const
{
    return site.read(
        [&](sql::Session &session) -> Result<Page<audit::history::Entry>> {
            const auto newest = TRY(audit::history::list(session, historyOf(id), {.window = {0, 1}}));
            const bool isOwn = newest.total > 0 && newest.items.front().fields["user_id"].text() == who.id;
            if (newest.total == 0 || !(isOwn || who.may(u"manage_site"_s)))
                return failure(noSuchKey());
            return audit::history::list(session, historyOf(id), query);
        },
        sql::ReadKind::Snapshot);
}

Result<std::optional<QString>> ApiKeys::holder(const Site &site, const QByteArray &key) const
{
    if (!isKey(key))
        return std::optional<QString>();
    const QString hash = hashOf(key);
    const Micros now = m_clock.now();
    struct Found
    {
        QString userId;
        std::optional<Micros> lastUsedAt;
    };
    const auto found = TRY(site.read([&](sql::Session &session) {
        return session.first("SELECT user_id, last_used_at FROM {api_keys} "
                             "WHERE key_hash = $1 AND (expires_at IS NULL OR expires_at > $2)",
                             {hash, now}, [](const sql::Cursor &row) {
                                 return Found{row.string(0), time(row, 1)};
                             });
    }));
    if (!found)
        return std::optional<QString>();
    if (!found->lastUsedAt || now - *found->lastUsedAt >= useInterval)
        noteUse(site, hash);
    return std::optional(found->userId);
}

void ApiKeys::noteUse(const Site &site, const QString &hash) const
{
    const Micros now = m_clock.now();
    auto noted = site.write([=](sql::Transaction &transaction) {
        // Of many requests that find it due, one writes.
        return transaction.execute(
            "UPDATE {api_keys} SET last_used_at = $2 WHERE key_hash = $1 AND coalesce(last_used_at, 0) <= $3",
            {hash, now, now - useInterval});
    });
    // The request does not wait for it: what fails is noted with the next use.
    std::move(noted).then([](const Result<std::int64_t> &) {});
}

Result<void> ApiKeys::revokeAll(sql::Transaction &transaction, const QString &userId)
{
    TRY(revokeWhere(transaction, "k.user_id = $1", {userId}));
    return {};
}

} // namespace tenantry::identity
