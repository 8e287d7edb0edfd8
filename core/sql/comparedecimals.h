// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace tenantry::sql {

/// Less than, equal to or greater than zero as the decimal `left` is less than, equal to or greater than `right`:
/// exact, of any length, without exponents ("-12.5", "0.001"). Zeros that say nothing ("007", "1.50") do not matter.
/// What is no decimal sorts behind all that are, by its bytes.
int compareDecimals(std::string_view left, std::string_view right);

} // namespace tenantry::sql
