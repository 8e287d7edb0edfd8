// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace tenantry::data {

/// Whether a regular expression that RE2 accepts means the same to PostgreSQL, byte for byte of what it matches as a
/// whole on text of collation "C". Says no when in doubt: then the server alone checks the pattern.
bool isCommonPattern(std::string_view pattern);

} // namespace tenantry::data
