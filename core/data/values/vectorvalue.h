// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/values/valuecodec.h"

namespace tenantry::data {

// The neutral form of a Vector is a blob of floats of 32 bits, little-endian.

ParsedValue vectorFromJson(std::int32_t dimension, const json::Value &value);
/// From a JSON array.
ParsedValue vectorFromText(std::int32_t dimension, std::string_view text);

/// "{0.5,1e-05}"
std::string vectorForPostgres(const sql::Blob &neutral);

/// "[0.5, 1e-05]": each number the shortest that means the same float.
std::string vectorJson(const QByteArray &blob);
std::string vectorJsonFromPostgres(std::string_view printed);

} // namespace tenantry::data
