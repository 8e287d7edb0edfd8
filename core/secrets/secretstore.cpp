// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secretstore.h"

#include "core/tags/tagstore.h"

#include <map>
#include <set>
#include <span>

using namespace Qt::StringLiterals;

namespace tenantry::secrets::secretstore {

namespace {

constexpr const char *columns = "s.id, s.app_id, s.key, s.description, s.plain_value, s.sealed_value, s.created_at, "
                                "s.updated_at, t.id, t.name, t.sensitivity_level";
constexpr const char *source = " FROM {secrets} s JOIN {secret_types} t ON t.id = s.type_id";

Secret secretFrom(const sql::Cursor &row)
{
    Secret secret;
    secret.id = row.string(0);
    secret.appId = row.integer(1);
    secret.key = row.string(2);
    secret.description = row.string(3);
    const std::string_view stored = row.text(row.isNull(4) ? 5 : 4);
    secret.stored = QByteArray(stored.data(), qsizetype(stored.size()));
    secret.createdAt = row.integer(6);
    secret.updatedAt = row.integer(7);
    secret.typeId = row.integer(8);
    secret.typeName = row.string(9);
    secret.sensitivity = sensitivityNamed(row.string(10)).value_or(Sensitivity::Sensitive);
    return secret;
}

std::string listed(Conditions &conditions, const std::vector<QString> &texts)
{
    std::string list;
    for (const QString &text : texts)
        list.append(list.empty() ? "" : ", ").append(conditions.bind(text));
    return list;
}

using Link = std::pair<QString, std::int64_t>; ///< of a secret and a tag

Result<std::vector<Link>> linksOf(sql::Session &session, const std::vector<QString> &secretIds)
{
    Conditions conditions;
    conditions.add("secret_id IN (" + listed(conditions, secretIds) + ')');
    return session.all("SELECT secret_id, tag_id FROM {secret_tags}" + conditions.where(), conditions.values(),
                       [](const sql::Cursor &row) { return Link(row.string(0), row.integer(1)); });
}

/// Of so many secrets as a statement has parameters for.
Result<void> addTagsOf(sql::Session &session, std::span<Secret> secrets)
{
    std::map<QString, Secret *> byId;
    std::vector<QString> ids;
    for (Secret &secret : secrets) {
        byId.emplace(secret.id, &secret);
        ids.push_back(secret.id);
    }
    const std::vector<Link> links = TRY(linksOf(session, ids));
    std::set<std::int64_t> tagIds;
    for (const Link &link : links)
        tagIds.insert(link.second);
    const auto names = TRY(tags::tagstore::namesOf(session, {tagIds.begin(), tagIds.end()}));
    for (const auto &[secretId, tagId] : links) {
        if (const auto name = names.find(tagId); name != names.end())
            byId.at(secretId)->tags.append(name->second);
    }
    for (Secret &secret : secrets)
        secret.tags.sort();
    return {};
}

Result<void> addTags(sql::Session &session, std::vector<Secret> &secrets)
{
    constexpr std::size_t most = 200;
    for (std::size_t i = 0; i < secrets.size(); i += most)
        TRY(addTagsOf(session, std::span(secrets).subspan(i, std::min(most, secrets.size() - i))));
    return {};
}

Result<std::vector<Secret>> selected(sql::Session &session, const std::string &rest, const sql::Values &values)
{
    auto secrets = TRY(session.all(std::string("SELECT ") + columns + source + rest, values, secretFrom));
    TRY(addTags(session, secrets));
    return secrets;
}

/// Each tag that there is becomes a condition; one that there is not leaves nothing.
Result<void> requireTags(sql::Session &session, const QStringList &names, Conditions &conditions)
{
    for (const QString &name : names) {
        const auto tag = TRY(tags::tagstore::findByName(session, name));
        if (tag)
            conditions.add("EXISTS (SELECT 1 FROM {secret_tags} l WHERE l.secret_id = s.id AND l.tag_id = " +
                           conditions.bind(tag->id) + ')');
        else
            conditions.add("1 = 0");
    }
    return {};
}

std::pair<sql::Value, sql::Value> storedColumns(const Secret &secret)
{
    const bool isPlain = secret.sensitivity == Sensitivity::Public;
    return {isPlain ? sql::Value(secret.stored) : sql::Value(), isPlain ? sql::Value() : sql::Value(secret.stored)};
}

} // namespace

Result<Page<Secret>> list(sql::Session &session, std::int64_t appId, const SecretQuery &query)
{
    Conditions conditions;
    conditions.add("s.app_id = " + conditions.bind(appId));
    if (!query.search.isEmpty())
        conditions.addSearch("upper(s.key)", query.search);
    if (!query.type.isEmpty())
        conditions.add("(t.name = " + conditions.bind(query.type) + " OR t.slug = " + conditions.bind(query.type) +
                       ')');
    std::vector<QString> levels;
    for (const Sensitivity level : query.sensitivities)
        levels.push_back(nameOf(level));
    conditions.add("t.sensitivity_level IN (" + listed(conditions, levels) + ')');
    if (query.keys)
        conditions.add(query.keys->empty() ? "1 = 0" : "s.key IN (" + listed(conditions, *query.keys) + ')');
    TRY(requireTags(session, query.tags, conditions));
    Page<Secret> page;
    const auto total = TRY(session.first(std::string("SELECT count(*)") + source + conditions.where(),
                                         conditions.values(), [](const sql::Cursor &row) { return row.integer(0); }));
    page.total = total.value_or(0);
    std::string rest = conditions.where() + " ORDER BY s.key";
    rest += " LIMIT " + conditions.bind(query.window.limit);
    rest += " OFFSET " + conditions.bind(query.window.offset);
    page.items = TRY(selected(session, rest, conditions.values()));
    return page;
}

Result<std::vector<Secret>> all(sql::Session &session, std::int64_t appId)
{
    return selected(session, " WHERE s.app_id = $1 ORDER BY s.key", {appId});
}

Result<std::vector<Secret>> find(sql::Session &session, std::int64_t appId, const QStringList &keys)
{
    if (keys.isEmpty())
        return std::vector<Secret>();
    Conditions conditions;
    conditions.add("s.app_id IN (" + conditions.bind(appId) + ", 0)");
    conditions.add("s.key IN (" + listed(conditions, {keys.begin(), keys.end()}) + ')');
    return selected(session, conditions.where() + " ORDER BY s.app_id DESC, s.key", conditions.values());
}

Result<std::optional<Secret>> findOwn(sql::Session &session, std::int64_t appId, const QString &key)
{
    auto found = TRY(selected(session, " WHERE s.app_id = $1 AND s.key = $2", {appId, key}));
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

Result<std::int64_t> count(sql::Session &session, std::int64_t appId)
{
    const auto found = TRY(session.first("SELECT count(*) FROM {secrets} WHERE app_id = $1", {appId},
                                         [](const sql::Cursor &row) { return row.integer(0); }));
    return found.value_or(0);
}

Result<void> insert(sql::Transaction &transaction, const Secret &secret)
{
    const auto [plain, sealed] = storedColumns(secret);
    TRY(transaction.execute(
        "INSERT INTO {secrets} (id, app_id, key, type_id, plain_value, sealed_value, description, created_at, "
        "updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        {secret.id, secret.appId, secret.key, secret.typeId, plain, sealed, secret.description, secret.createdAt,
         secret.updatedAt}));
    return {};
}

Result<void> update(sql::Transaction &transaction, const Secret &secret)
{
    const auto [plain, sealed] = storedColumns(secret);
    TRY(transaction.execute("UPDATE {secrets} SET type_id = $2, plain_value = $3, sealed_value = $4, description = $5, "
                            "updated_at = $6 WHERE id = $1",
                            {secret.id, secret.typeId, plain, sealed, secret.description, secret.updatedAt}));
    return {};
}

Result<void> remove(sql::Transaction &transaction, const QString &id)
{
    TRY(transaction.execute("DELETE FROM {secrets} WHERE id = $1", {id}));
    return {};
}

Result<void> setTags(sql::Transaction &transaction, const Secret &secret, Micros now)
{
    TRY(transaction.execute("DELETE FROM {secret_tags} WHERE secret_id = $1", {secret.id}));
    for (const std::int64_t tag : TRY(tags::tagstore::ensure(transaction, secret.tags, now)))
        TRY(transaction.execute("INSERT INTO {secret_tags} (secret_id, tag_id) VALUES ($1, $2)", {secret.id, tag}));
    return {};
}

} // namespace tenantry::secrets::secretstore
