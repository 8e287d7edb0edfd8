// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tags/tagstore.h"

#include "core/base/slug.h"

using namespace Qt::StringLiterals;

namespace tenantry::tags::tagstore {

namespace {

constexpr const char *select = "SELECT t.id, t.name, t.slug, t.description, t.color, t.created_at, t.updated_at "
                               "FROM {tags} t";

Tag tagFrom(const sql::Cursor &row)
{
    Tag tag;
    tag.id = row.integer(0);
    tag.name = row.string(1);
    tag.slug = row.string(2);
    tag.description = row.string(3);
    tag.color = row.string(4);
    tag.createdAt = row.integer(5);
    tag.updatedAt = row.integer(6);
    return tag;
}

Result<QString> freeSlugFor(sql::Session &session, const QString &name)
{
    Result<void> asked;
    const QString slug = freeSlug(slugFrom(name, u"tag"_s), [&](const QString &candidate) {
        const auto taken = findBySlug(session, candidate);
        if (!taken)
            asked = failure(taken.error());
        return taken && taken->has_value();
    });
    TRY(asked);
    return slug;
}

} // namespace

Result<Page<Tag>> list(sql::Session &session, const QString &search, const Window &window)
{
    Conditions conditions;
    if (!search.isEmpty())
        conditions.addSearch(searchedColumns(session.dialect(), {"t.name", "t.description"}), search);
    Page<Tag> page;
    const auto total = TRY(session.first("SELECT count(*) FROM {tags} t" + conditions.where(), conditions.values(),
                                         [](const sql::Cursor &row) { return row.integer(0); }));
    page.total = total.value_or(0);
    std::string text = select + conditions.where() + " ORDER BY t.name";
    text += " LIMIT " + conditions.bind(window.limit);
    text += " OFFSET " + conditions.bind(window.offset);
    page.items = TRY(session.all(text, conditions.values(), tagFrom));
    return page;
}

Result<std::optional<Tag>> findBySlug(sql::Session &session, const QString &slug)
{
    return session.first(std::string(select) + " WHERE t.slug = $1", {slug}, tagFrom);
}

Result<std::optional<Tag>> findByName(sql::Session &session, const QString &name)
{
    return session.first(std::string(select) + " WHERE t.name = $1", {name}, tagFrom);
}

Result<std::map<std::int64_t, QString>> namesOf(sql::Session &session, const std::vector<std::int64_t> &ids)
{
    std::map<std::int64_t, QString> names;
    if (ids.empty())
        return names;
    Conditions conditions;
    conditions.add("t.id IN (" + conditions.bindList(ids) + ')');
    for (const Tag &tag : TRY(session.all(select + conditions.where(), conditions.values(), tagFrom)))
        names.emplace(tag.id, tag.name);
    return names;
}

Result<Tag> insert(sql::Transaction &transaction, Tag tag)
{
    tag.slug = TRY(freeSlugFor(transaction, tag.name));
    const auto id = TRY(transaction.first(
        "INSERT INTO {tags} (name, slug, description, color, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6) "
        "RETURNING id",
        {tag.name, tag.slug, tag.description, tag.color, tag.createdAt, tag.updatedAt},
        [](const sql::Cursor &row) { return row.integer(0); }));
    tag.id = id.value_or(0);
    return tag;
}

Result<void> update(sql::Transaction &transaction, const Tag &tag)
{
    TRY(transaction.execute("UPDATE {tags} SET name = $2, description = $3, color = $4, updated_at = $5 WHERE id = $1",
                            {tag.id, tag.name, tag.description, tag.color, tag.updatedAt}));
    return {};
}

Result<void> remove(sql::Transaction &transaction, std::int64_t id)
{
    TRY(transaction.execute("DELETE FROM {tags} WHERE id = $1", {id}));
    return {};
}

Result<std::vector<std::int64_t>> ensure(sql::Transaction &transaction, const QStringList &names, Micros now)
{
    std::vector<std::int64_t> ids;
    for (const QString &name : names) {
        auto tag = TRY(findByName(transaction, name));
        if (!tag) {
            const QString slug = TRY(freeSlugFor(transaction, name));
            // Another server may make it at the same time.
            TRY(transaction.execute("INSERT INTO {tags} (name, slug, description, color, created_at, updated_at) "
                                    "VALUES ($1, $2, '', $3, $4, $4) ON CONFLICT DO NOTHING",
                                    {name, slug, Tag().color, now}));
            tag = TRY(findByName(transaction, name));
        }
        if (!tag)
            return failure(ErrorCode::Conflict, u"Another tag was made at the same time; try again."_s);
        ids.push_back(tag->id);
    }
    return ids;
}

} // namespace tenantry::tags::tagstore
