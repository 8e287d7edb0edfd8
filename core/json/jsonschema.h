// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/json/value.h"

#include <memory>
#include <vector>

namespace tenantry::json {

/// A JSON Schema, draft 7, that values are checked against. A value, cheap to copy, immutable, thread-safe.
///
/// Nothing that a schema says is passed over silently: what is not checked here cannot be in one. compile() refuses,
/// with ErrorCode::Validation naming each place,
/// - keywords of later drafts, and `patternProperties`, `$id`, `contentEncoding`, `contentMediaType`;
///   `x-...` may hold anything and means nothing here;
/// - keywords whose value is malformed, such as a `pattern` that RE2 cannot read or a `format` other than those of
///   textformat.h;
/// - a `$ref` that leads out of the schema (nothing is ever fetched), to nowhere, or in a circle, and keywords beside
///   one, which draft 7 ignores;
/// - more than maxSubschemas subschemas, references followed.
class JsonSchema
{
public:
    static constexpr int maxSubschemas = 1'000;

    /// `field` is what the errors' paths begin with: "schema" gives "schema.properties.port.type".
    static Result<JsonSchema> compile(const Value &schema, const QString &field);

    /// What is wrong with `value`, at most 100 findings with paths below it ("servers.0.port"; empty is the value
    /// itself); empty when it fits. The messages hold nothing of the value but names of members. A value so large that
    /// checking would take seconds does not fit.
    std::vector<FieldError> problems(const Value &value) const;

private:
    struct Compiled;
    explicit JsonSchema(std::shared_ptr<const Compiled> compiled);

    std::shared_ptr<const Compiled> m_compiled;
};

} // namespace tenantry::json
