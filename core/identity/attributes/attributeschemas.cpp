// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/attributes/attributeschemas.h"

#include "core/json/reader.h"
#include "core/json/writer.h"

using namespace Qt::StringLiterals;

namespace tenantry::identity {

namespace {

Result<void> requireSiteManager(const SitePrincipal &who)
{
    if (who.may(u"manage_site"_s))
        return {};
    return failure(ErrorCode::Forbidden, u"Only those who manage the site may do this."_s,
                   u"Ask an administrator of the site for the permission manage_site."_s);
}

struct Row
{
    std::string definition;
    Micros createdAt = 0;
    Micros updatedAt = 0;
};

std::string textOf(const json::Value &definition)
{
    QByteArray text;
    json::Writer(text).value(definition);
    return text.toStdString();
}

} // namespace

Result<SiteAttributeSchema> AttributeSchemas::load(sql::Session &session)
{
    const auto row = TRY(session.first(
        "SELECT definition, created_at, updated_at FROM {user_attribute_schema}", {}, [](const sql::Cursor &cursor) {
            return Row{std::string(cursor.text(0)), cursor.integer(1), cursor.integer(2)};
        }));
    SiteAttributeSchema found;
    if (!row)
        return found;
    json::Value definition = TRY(json::read(row->definition));
    found.schema = AttributeSchema::stored(std::move(definition));
    found.exists = true;
    found.createdAt = row->createdAt;
    found.updatedAt = row->updatedAt;
    return found;
}

Result<SiteAttributeSchema> AttributeSchemas::find(const Site &site) const
{
    return site.read(load);
}

Later<SiteAttributeSchema> AttributeSchemas::replace(const Site &site, const SitePrincipal &who,
                                                     const json::Value &definition) const
{
    TRY(requireSiteManager(who));
    const AttributeSchema schema = TRY(AttributeSchema::parse(definition));
    return site.write([text = textOf(schema.definition()),
                       now = m_clock.now()](sql::Transaction &transaction) -> Result<SiteAttributeSchema> {
        const SiteAttributeSchema before = TRY(load(transaction));
        TRY(transaction.execute(
            "INSERT INTO {user_attribute_schema} (id, definition, created_at, updated_at) VALUES (1, $1, $2, $2) "
            "ON CONFLICT (id) DO UPDATE SET definition = excluded.definition, updated_at = excluded.updated_at",
            {text, now}));
        SiteAttributeSchema after = TRY(load(transaction));
        after.created = !before.exists;
        return after;
    });
}

} // namespace tenantry::identity
