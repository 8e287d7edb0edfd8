// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/reflection/physicaltable.h"
#include "core/data/schema/ddlwriter.h"

#include <optional>

namespace tenantry::data {

/// What a column of the engine is as a field.
struct ReflectedType
{
    DataType type;
    json::Object spelling; ///< `type` and what else of a field says it
    std::optional<std::int64_t> maxLength;
};

/// Nothing when no field has values as the column keeps them. Types that PostgreSQL has in several sizes are taken for
/// the largest, which takes all their values: see isKeptAs().
std::optional<ReflectedType> reflectedType(const PhysicalColumn &column, sql::Dialect dialect);

/// Whether the column is just as the server makes one of the type.
bool isKeptAs(const PhysicalColumn &physical, const Column &column, const DdlWriter &ddl);

/// As messages name it: "character varying(20)".
QString typeText(const PhysicalColumn &column);

} // namespace tenantry::data
