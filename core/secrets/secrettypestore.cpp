// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secrettypestore.h"

#include "core/base/slug.h"
#include "core/json/reader.h"
#include "core/json/writer.h"

using namespace Qt::StringLiterals;

namespace tenantry::secrets::secrettypestore {

namespace {

constexpr const char *select = "SELECT t.id, t.name, t.slug, t.description, t.schema, t.sensitivity_level, t.category, "
                               "t.created_at, t.updated_at FROM {secret_types} t";

SecretType typeFrom(const sql::Cursor &row)
{
    SecretType type;
    type.id = row.integer(0);
    type.name = row.string(1);
    type.slug = row.string(2);
    type.description = row.string(3);
    if (!row.isNull(4))
        type.schema = json::read(row.text(4)).value_or(json::Value());
    // What nobody knows is the most sensitive.
    type.sensitivity = sensitivityNamed(row.string(5)).value_or(Sensitivity::Sensitive);
    type.system = row.text(6) == "system";
    type.createdAt = row.integer(7);
    type.updatedAt = row.integer(8);
    return type;
}

sql::Value storedSchema(const SecretType &type)
{
    return type.schema.isNull() ? sql::Value() : sql::Value(json::write(type.schema));
}

Result<QString> freeSlugFor(sql::Session &session, const QString &name)
{
    Result<void> asked;
    const QString slug = freeSlug(slugFrom(name, u"type"_s), [&](const QString &candidate) {
        const auto taken = findBySlug(session, candidate);
        if (!taken)
            asked = failure(taken.error());
        return taken && taken->has_value();
    });
    TRY(asked);
    return slug;
}

} // namespace

Result<Page<SecretType>> list(sql::Session &session, const SecretTypeQuery &query)
{
    Conditions conditions;
    if (query.system)
        conditions.add("t.category = " + conditions.bind(*query.system ? "system" : "custom"));
    if (!query.search.isEmpty())
        conditions.addSearch(searchedColumns(session.dialect(), {"t.name", "t.description"}), query.search);
    Page<SecretType> page;
    const auto total = TRY(session.first("SELECT count(*) FROM {secret_types} t" + conditions.where(),
                                         conditions.values(), [](const sql::Cursor &row) { return row.integer(0); }));
    page.total = total.value_or(0);
    std::string text = select + conditions.where() + " ORDER BY t.name";
    text += " LIMIT " + conditions.bind(query.window.limit);
    text += " OFFSET " + conditions.bind(query.window.offset);
    page.items = TRY(session.all(text, conditions.values(), typeFrom));
    return page;
}

Result<std::optional<SecretType>> findBySlug(sql::Session &session, const QString &slug)
{
    return session.first(std::string(select) + " WHERE t.slug = $1", {slug}, typeFrom);
}

Result<std::optional<SecretType>> findNamed(sql::Session &session, const QString &nameOrSlug)
{
    auto named = TRY(session.first(std::string(select) + " WHERE t.name = $1", {nameOrSlug}, typeFrom));
    if (named)
        return named;
    return findBySlug(session, nameOrSlug);
}

Result<std::int64_t> countSecretsOf(sql::Session &session, std::int64_t id)
{
    const auto count = TRY(session.first("SELECT count(*) FROM {secrets} WHERE type_id = $1", {id},
                                         [](const sql::Cursor &row) { return row.integer(0); }));
    return count.value_or(0);
}

Result<SecretType> insert(sql::Transaction &transaction, SecretType type)
{
    type.slug = TRY(freeSlugFor(transaction, type.name));
    const auto id = TRY(transaction.first(
        "INSERT INTO {secret_types} (name, slug, description, schema, sensitivity_level, category, created_at, "
        "updated_at) VALUES ($1, $2, $3, $4, $5, 'custom', $6, $7) RETURNING id",
        {type.name, type.slug, type.description, storedSchema(type), nameOf(type.sensitivity), type.createdAt,
         type.updatedAt},
        [](const sql::Cursor &row) { return row.integer(0); }));
    type.id = id.value_or(0);
    return type;
}

Result<void> update(sql::Transaction &transaction, const SecretType &type)
{
    TRY(transaction.execute(
        "UPDATE {secret_types} SET name = $2, description = $3, schema = $4, updated_at = $5 WHERE id = $1",
        {type.id, type.name, type.description, storedSchema(type), type.updatedAt}));
    return {};
}

Result<void> remove(sql::Transaction &transaction, std::int64_t id)
{
    TRY(transaction.execute("DELETE FROM {secret_types} WHERE id = $1", {id}));
    return {};
}

} // namespace tenantry::secrets::secrettypestore
