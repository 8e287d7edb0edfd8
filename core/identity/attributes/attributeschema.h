// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/json/value.h"

#include <QStringList>

namespace tenantry::identity {

/// What the attributes of a site's users may be: a JSON Schema, whose properties are the attributes. None that is not
/// in it may be given, whatever it says of others. A value; knows no database.
class AttributeSchema
{
public:
    /// Bytes that the attributes of a user may have as JSON: they are read with the user by every request.
    static constexpr std::size_t maxBytes = 64 * 1024;

    /// Without any attribute.
    AttributeSchema();
    /// Refused with the path of each problem below "schema": what core/json/jsonschema.h refuses, another type than
    /// object, names that are no lower-case snake_case or are those of other fields of users, required attributes that
    /// are not there, and malformed `x-reference`.
    static Result<AttributeSchema> parse(const json::Value &definition);
    /// Of a definition that was parsed when it was stored.
    static AttributeSchema stored(json::Value definition);

    const json::Value &definition() const { return m_definition; }
    bool defines(const QString &name) const;
    /// The types that values of an attribute may have, as the definition names them; empty: any.
    QStringList typesOf(const QString &name) const;

    /// The attributes after a write: `given` over `before`, where null takes an attribute away that is not required.
    /// Problems are below "attributes".
    Result<json::Object> merged(const json::Object &before, const json::Object &given) const;
    /// The required attributes without a value.
    QStringList missing(const json::Object &attributes) const;

private:
    explicit AttributeSchema(json::Value definition);

    QStringList required() const;
    json::Value closed() const;

    json::Value m_definition; ///< an object
};

} // namespace tenantry::identity
