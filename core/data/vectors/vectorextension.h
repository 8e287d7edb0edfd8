// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/session.h"

#include <optional>
#include <string>

namespace tenantry::data {

/// pgvector (https://github.com/pgvector/pgvector) as a database of PostgreSQL has it. Vectors are kept as arrays of
/// floats wherever they are, so that a database can move to a server without it; only indexes, and searches that are
/// served by one, take them for its type `vector`.
struct VectorExtension
{
    /// Most numbers of a vector that its indexes hold.
    static constexpr int mostIndexed = 2000;

    std::string schema;      ///< where its type, operators and operator classes are, or would be
    bool isInstalled = true; ///< else the first index that needs it brings it into the database

    /// One of its names, as SQL says it wherever it is looked for.
    std::string qualified(std::string_view name) const
    {
        return sql::quoteIdentifier(schema) + "." + std::string(name);
    }
    /// "schema".vector(N)
    std::string type(int dimension) const { return qualified("vector(" + std::to_string(dimension) + ")"); }
    /// OPERATOR("schema".<=>)
    std::string operatorNamed(std::string_view name) const { return "OPERATOR(" + qualified(name) + ")"; }
};

/// The extension where the database has it, or where the server does and the role may bring it in; nothing on SQLite,
/// and where it is older than its indexes of type hnsw (0.5).
Result<std::optional<VectorExtension>> findVectorExtension(sql::Session &session);

} // namespace tenantry::data
