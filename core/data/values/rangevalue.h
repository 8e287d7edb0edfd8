// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/values/valuecodec.h"

namespace tenantry::data {

// The neutral form of a Range is the canonical JSON text of {lower, upper, bounds, empty}, that of a Multirange an
// array of these. As PostgreSQL has them: ranges over integers and days are of the form [lower, upper), what holds
// nothing is empty, and the ranges of a multirange stand in order and neither overlap nor touch.

/// `type` is a Range or a Multirange.
ParsedValue rangeFromJson(const DataType &type, const json::Value &value);
/// From JSON, from "lower,upper" (the upper bound is outside, none is no bound), or from a single value.
ParsedValue rangeFromText(const DataType &type, std::string_view text);

/// "[1,5)", "{[1,5),[7,9)}"
std::string rangeForPostgres(const DataType &type, std::string_view neutral);
/// The neutral form of what PostgreSQL prints.
std::string rangeFromPostgres(const DataType &type, std::string_view printed);

} // namespace tenantry::data
