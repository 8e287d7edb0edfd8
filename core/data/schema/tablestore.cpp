// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/tablestore.h"

#include "core/data/definition/tabledefinition.h"
#include "core/data/documents/documentdefinition.h"
#include "core/json/reader.h"
#include "core/json/writer.h"

using namespace Qt::StringLiterals;

namespace tenantry::data::tablestore {

namespace {

/// The columns around the one that says whether a table is materialised.
constexpr std::string_view beforeFlag = "t.id, a.slug, t.name, t.title, t.description, t.provider_type, "
                                        "t.provider_config, t.schema_format, t.definition, ";
constexpr std::string_view afterFlag = "t.audit_enabled, t.assigned_to, t.created_by, t.modified_by, t.created_at, "
                                       "t.updated_at";

/// The names of the tables that the engine has: one that was dropped behind the server's back is not materialised.
std::string physicalNames(const sql::Namespace &space)
{
    if (space.dialect() == sql::Dialect::Sqlite)
        return "SELECT name FROM sqlite_master WHERE type = 'table'";
    return "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND "
           "n.nspname = " +
           sql::quoteLiteral(space.schema());
}

std::string select(const sql::Namespace &space, std::string_view condition)
{
    return std::string("SELECT ")
        .append(beforeFlag)
        .append("t.is_materialized AND t.physical_name IN (")
        .append(physicalNames(space))
        .append("), ")
        .append(afterFlag)
        .append(" FROM {tables} t JOIN {apps} a ON a.id = t.app_id WHERE ")
        .append(condition)
        .append(" ORDER BY a.slug, t.name");
}

std::optional<QString> optionalText(const sql::Cursor &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional<QString>(row.string(column));
}

std::string compact(const json::Value &value)
{
    return json::write(value).toStdString();
}

/// A definition was checked before it was stored, so failure to read it back is a fault of ours.
Result<TableRecord> toRecord(const sql::Cursor &row)
{
    const auto fault = [&](const Error &error) {
        return failure(Error::internal(u"stored definition of table %1: %2"_s.arg(row.string(2), error.message)));
    };
    const Result<json::Value> definition = json::read(row.text(8));
    if (!definition)
        return fault(definition.error());
    Result<TableDefinition> parsed = TableDefinition::parse(row.string(1), row.text(2), *definition,
                                                            JsonPath(u"json_schema"_s), DefinitionSource::Server);
    if (!parsed)
        return fault(parsed.error());
    const Result<json::Value> providerConfig = json::read(row.text(6));
    if (!providerConfig)
        return fault(providerConfig.error());

    TableRecord record;
    record.table = std::move(parsed->table);
    record.table.id = row.integer(0);
    record.table.title = row.string(3);
    record.table.description = row.string(4);
    record.table.providerType = row.text(5);
    if (record.table.keepsDocuments()) {
        DefinitionReport accepted;
        adaptToDocuments(record.table, JsonPath(), accepted);
    }
    record.table.materialized = row.boolean(9);
    record.providerConfig = *providerConfig;
    record.schemaFormat = row.string(7);
    record.auditEnabled = row.boolean(10);
    record.table.audited = record.auditEnabled;
    record.assignedTo = optionalText(row, 11);
    record.createdBy = optionalText(row, 12);
    record.modifiedBy = optionalText(row, 13);
    record.createdAt = row.integer(14);
    record.updatedAt = row.integer(15);
    return record;
}

Result<std::vector<TableRecord>> records(sql::Session &session, const std::string &sql, const sql::Values &values)
{
    std::vector<TableRecord> list;
    for (Result<TableRecord> &record : TRY(session.all(sql, values, toRecord)))
        list.push_back(TRY(std::move(record)));
    return list;
}

} // namespace

Result<std::vector<TableRecord>> all(sql::Session &session)
{
    return records(session, select(session.space(), "a.is_deleted = $1"), {false});
}

Result<std::vector<TableRecord>> ofApp(sql::Session &session, std::int64_t appId)
{
    return records(session, select(session.space(), "t.app_id = $1"), {appId});
}

Result<std::optional<TableRecord>> find(sql::Session &session, std::int64_t appId, std::string_view name)
{
    std::vector<TableRecord> found =
        TRY(records(session, select(session.space(), "t.app_id = $1 AND t.name = $2"), {appId, name}));
    if (found.empty())
        return std::nullopt;
    return std::move(found.front());
}

Result<bool> isPhysicalNameTaken(sql::Session &session, std::string_view physicalName)
{
    const auto one = [](const sql::Cursor &row) { return row.integer(0); };
    const auto id = TRY(session.first("SELECT id FROM {tables} WHERE physical_name = $1", {physicalName}, one));
    return id.has_value();
}

Result<std::int64_t> insert(sql::Transaction &transaction, std::int64_t appId, const TableRecord &record)
{
    const Table &table = record.table;
    const auto id = TRY(transaction.first(
        "INSERT INTO {tables} (app_id, name, physical_name, title, description, provider_type, provider_config, "
        "schema_format, definition, schema_hash, is_materialized, audit_enabled, assigned_to, created_by, modified_by, "
        "created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) "
        "RETURNING id",
        {appId, table.name, table.physicalName, table.title, table.description, table.providerType,
         compact(record.providerConfig), record.schemaFormat, compact(table.definition), table.schemaHash,
         table.materialized, record.auditEnabled, record.assignedTo, record.createdBy, record.modifiedBy,
         record.createdAt, record.updatedAt},
        [](const sql::Cursor &row) { return row.integer(0); }));
    if (!id)
        return failure(Error::internal(u"an insert answered no id"_s));
    return *id;
}

Result<void> update(sql::Transaction &transaction, const TableRecord &record)
{
    const Table &table = record.table;
    TRY(transaction.execute("UPDATE {tables} SET title = $2, description = $3, provider_config = $4, definition = $5, "
                            "schema_hash = $6, audit_enabled = $7, assigned_to = $8, modified_by = $9, updated_at = "
                            "$10, is_materialized = $11 WHERE id = $1",
                            {table.id, table.title, table.description, compact(record.providerConfig),
                             compact(table.definition), table.schemaHash, record.auditEnabled, record.assignedTo,
                             record.modifiedBy, record.updatedAt, table.materialized}));
    return {};
}

Result<void> remove(sql::Transaction &transaction, std::int64_t id)
{
    TRY(transaction.execute("DELETE FROM {tables} WHERE id = $1", {id}));
    return {};
}

} // namespace tenantry::data::tablestore
