// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/values/valuecodec.h"

namespace tenantry::data {

// The neutral form of a List is the canonical JSON text of its elements, each as answers show it.

ParsedValue listFromJson(ColumnType element, const json::Value &value);
/// From a JSON array, or from elements separated by commas; empty text is an empty list.
ParsedValue listFromText(ColumnType element, std::string_view text);

/// The elements of a neutral list as PostgreSQL reads an array.
std::string listForPostgres(ColumnType element, std::string_view neutral);
/// The neutral form of an array as PostgreSQL prints it.
std::string listFromPostgres(ColumnType element, std::string_view printed);

} // namespace tenantry::data
