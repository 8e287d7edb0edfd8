// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/json/value.h"

namespace tenantry::json {

/// A JSON Schema as valijson is given it.
struct ReadSchema
{
    Value schema;
    int subschemas = 0;
};

/// Checks a schema (jsonschema.h says what is refused) and makes it ready for the library: references are replaced by
/// what they refer to, what means nothing for checking is left out, and keywords that the library would check wrongly
/// or unsafely are named "tenantry:format", "tenantry:multipleOf", "tenantry:pattern" and "tenantry:uniqueItems".
Result<ReadSchema> readSchema(const Value &schema, const QString &field);

} // namespace tenantry::json
