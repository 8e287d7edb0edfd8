// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/vectors/vectorextension.h"

namespace tenantry::data {

Result<std::optional<VectorExtension>> findVectorExtension(sql::Session &session)
{
    if (session.dialect() == sql::Dialect::Sqlite)
        return std::optional<VectorExtension>();
    return session.first(
        "SELECT n.nspname, TRUE FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace "
        "WHERE e.extname = 'vector' AND e.extversion !~ '^0[.][0-4]([.]|$)' AND has_schema_privilege(n.oid, 'USAGE') "
        "UNION ALL "
        "SELECT n.nspname, FALSE FROM pg_available_extensions a "
        "JOIN pg_available_extension_versions v ON v.name = a.name AND v.version = a.default_version "
        "JOIN pg_namespace n ON n.nspname = 'public' "
        "WHERE a.name = 'vector' AND a.installed_version IS NULL AND a.default_version !~ '^0[.][0-4]([.]|$)' "
        "AND ((SELECT rolsuper FROM pg_roles WHERE rolname = current_user) "
        "OR ((v.trusted OR NOT v.superuser) AND has_database_privilege(current_database(), 'CREATE') "
        "AND has_schema_privilege(n.oid, 'CREATE')))",
        {}, [](const sql::Cursor &row) {
            return VectorExtension{std::string(row.text(0)), row.boolean(1)};
        });
}

} // namespace tenantry::data
