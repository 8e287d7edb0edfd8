// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/datatype.h"
#include "core/json/value.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tenantry::data {

struct Constraints
{
    bool required = false;
    bool unique = false;
    std::optional<std::int64_t> minLength;
    std::optional<std::int64_t> maxLength;
    std::optional<json::Value> minimum; ///< as written in the definition
    std::optional<json::Value> maximum;
    std::string pattern;            ///< RE2, must match the whole value; empty: none
    std::vector<json::Value> oneOf; ///< `enum`
};

/// What the server writes into a column that is declared `x-auto`, whatever clients send.
enum class Automatic { None, CreatedAt, UpdatedAt, CreatedBy, UpdatedBy };

struct Column
{
    std::string name;
    std::string jsonKey; ///< `"name":`
    DataType type;
    std::string format; ///< "email" and "uri" are checked on write
    std::optional<json::Value>
        fallback; ///< `default`; the texts now(), current_date and gen_random_uuid() mean the function
    Constraints constraints;
    bool generated = false; ///< a single uuid or integer primary key: the database makes it when left out
    bool nullable = true;   ///< false when required or part of the primary key
    Automatic automatic = Automatic::None;
};

enum class OnDelete { NoAction, Restrict, Cascade, SetNull, SetDefault };

struct ForeignKey
{
    std::vector<std::string> columns;
    QString targetApp;       ///< slug of the app that the target belongs to; empty for a table of the system
    std::string targetTable; ///< name within that app; equal to the own name for a self-reference
    std::string targetPhysicalName;
    std::vector<std::string> targetColumns;
    OnDelete onDelete = OnDelete::NoAction;
};

enum class IndexMethod { Btree, Hash, Gin, Gist, Brin, Hnsw, IvfFlat };

/// Either `columns` or `expression` says what is indexed.
struct Index
{
    std::string name;
    std::vector<std::string> columns;
    bool unique = false;
    IndexMethod method = IndexMethod::Btree;
    std::string expression; ///< as written
    std::string where;      ///< condition of the rows that are indexed; empty: all
    std::string operatorClass;
    std::string comment;
};

/// What full-text search looks at.
struct Search
{
    struct Field
    {
        std::size_t column = 0; ///< of type Text
        char weight = 'A';      ///< to D, which counts least
    };
    std::string configuration; ///< of PostgreSQL's text search: "english", "simple" ...
    std::vector<Field> fields;
};

/// The provider of tables that keep documents.
inline constexpr std::string_view documentProvider = "jsonb";

struct Graph; // core/data/graph/graph.h

/// One datatable: its definition as stored and what the rest of the code needs of it, precomputed. Immutable once it is
/// in a Catalogue.
struct Table
{
    std::int64_t id = 0;
    QString appSlug;
    std::string name;
    std::string physicalName; ///< {app_slug with _}_{name}
    QString title;
    QString description;
    std::string providerType = "flat_table"; ///< or "jsonb"
    json::Value definition;                  ///< `json_schema`
    std::string schemaHash;                  ///< SHA-256 of the canonical definition, hex
    bool materialized = true;
    bool audited = false; ///< `audit_enabled`: every write to its rows is kept in the audit log

    std::vector<Column> columns;
    std::vector<std::size_t> primaryKey; ///< indexes into columns
    std::vector<ForeignKey> foreignKeys;
    std::vector<Index> indexes;
    std::optional<Search> search;
    std::shared_ptr<const Graph> graph; ///< over its rows; null when it declares none
    std::shared_ptr<const Table> nodes; ///< in a catalogue, of a table that holds edges: the table they lead through

    /// Whether its rows are documents (documents/storedtable.h) instead of having a column for each field.
    bool keepsDocuments() const { return providerType == documentProvider; }
    const Column *column(std::string_view columnName) const;
    std::optional<std::size_t> columnIndex(std::string_view columnName) const;
    /// The indexes of all columns, in order.
    std::vector<std::size_t> allColumns() const;
};

} // namespace tenantry::data
