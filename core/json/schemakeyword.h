// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <QString>

#include <string_view>

namespace tenantry::json {

/// A keyword of JSON Schema that is supported.
struct SchemaKeyword
{
    /// What its value has to be.
    enum class Kind {
        Annotation, ///< anything: nothing is checked by it
        Type,
        Any,
        Choices,
        Number,
        Positive,
        Count,
        Boolean,
        Pattern,
        Format,
        Names,
        Schema,
        Schemas,
        SchemaOrSchemas,
        NamedSchemas,
        Dependencies, ///< of a name: a schema or names
        Definitions,  ///< schemas to refer to
    };

    std::string_view name;
    Kind kind;
    bool ownCheck = false; ///< checked by schemachecks.cpp: the library is given another name

    /// Null when there is none of this name.
    static const SchemaKeyword *find(std::string_view name);

    /// What is wrong with the value, as far as it holds no schema; empty when nothing is.
    QString problem(const Value &value) const;
};

/// Whether it is a list of different texts, at most 1,000.
bool isListOfNames(const Value &value);

} // namespace tenantry::json
