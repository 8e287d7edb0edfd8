// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace valijson {
class SchemaParser;
}

namespace tenantry::json {

/// Teaches the parser the keywords that schemareader.h renames, since valijson would check them wrongly (`multipleOf`
/// of fractions), slowly (`uniqueItems`) or by std::regex, which overflows the stack on long texts (`pattern`,
/// `format`).
void addOwnChecks(valijson::SchemaParser &parser);

} // namespace tenantry::json
