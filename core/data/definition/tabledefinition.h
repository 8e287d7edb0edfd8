// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/definition/definitionreport.h"
#include "core/data/definition/foreignkeydefinition.h"
#include "core/data/table.h"

#include <map>

namespace tenantry::data {

enum class DefinitionSource {
    Client, ///< markers that only the server sets are taken out
    Server,
};

/// A definition (`json_schema`) that has been read and found acceptable. Pure: knows no database and no other table;
/// resolve() looks at the tables that foreign keys refer to.
struct TableDefinition
{
    Table table;                                ///< without an id; `definition` in the form that is stored
    std::map<std::string, std::string> renames; ///< `x-rename-from`: new column name -> old one
    QStringList warnings;

    /// Every problem at once, keyed by JSON path below `path`. `name` is taken as it is (see normalizedTableName).
    static Result<TableDefinition> parse(const QString &appSlug, std::string_view name, const json::Value &definition,
                                         const JsonPath &path = JsonPath(QStringLiteral("json_schema")),
                                         DefinitionSource source = DefinitionSource::Client);

    /// The same for one of many definitions: problems and warnings go to `report`, and the result is of use only when
    /// there are no problems.
    static TableDefinition read(const QString &appSlug, std::string_view name, const json::Value &definition,
                                const JsonPath &path, DefinitionReport &report,
                                DefinitionSource source = DefinitionSource::Client);

    /// See resolveForeignKeys(). Ends with the definition's final hash.
    void resolve(const TableLookup &lookup, const JsonPath &path, DefinitionReport &report);
};

/// SHA-256 of the canonical form, in hex: equal definitions have equal hashes however they are written.
std::string definitionHash(const json::Value &definition);

} // namespace tenantry::data
