// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/value.h"

#include <string>
#include <string_view>

namespace tenantry::sql {

/// Where a database's tables are: a PostgreSQL schema, or a SQLite file's only one. Names in our own SQL are written in
/// braces and this turns them into the engine's: `{users}` becomes `"acme"."_users"` on PostgreSQL and `"_users"` on
/// SQLite; `{#users_email}` is an unqualified (index or constraint) name; `{:identity}`, `{:text}`, `{:boolean}`,
/// `{:integer}`, `{:real}`, `{:decimal}`, `{:json}` (kept as it was written), `{:blob}` are column types. Quoted text
/// and comments are left alone, so `DEFAULT '{}'` is what it looks like. Platform tables of a site carry the prefix
/// `_`, which no table of an app can begin with.
class Namespace
{
public:
    Namespace(Dialect dialect, std::string schema, std::string prefix);

    Dialect dialect() const { return m_dialect; }
    const std::string &schema() const { return m_schema; }

    /// `sql` with its names in braces resolved.
    std::string resolve(std::string_view sql) const;
    /// A table of an app, quoted and qualified; `physicalName` is taken as it is, without the prefix.
    std::string table(std::string_view physicalName) const;

private:
    std::string resolveName(std::string_view name) const;

    Dialect m_dialect;
    std::string m_schema;
    std::string m_prefix;
};

/// `"name"` with quotes doubled.
std::string quoteIdentifier(std::string_view name);
/// `'text'` with quotes doubled; for DDL only, where parameters cannot stand.
std::string quoteLiteral(std::string_view text);

} // namespace tenantry::sql
