// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/definition/definitionreport.h"
#include "core/data/table.h"

namespace tenantry::data {

/// Reads one entry of a definition's `fields` into a column. `field` is brought into the form that is stored: aliases
/// of types resolved, the server's own markers taken out. What is wrong goes to `report`; the column is of use only
/// when nothing is.
Column readField(json::Value &field, const JsonPath &path, DefinitionReport &report);

/// Writes a type into a field of a definition; an empty `format` leaves the field's own.
void setFieldType(json::Object &field, std::string_view type, std::string_view format);

} // namespace tenantry::data
