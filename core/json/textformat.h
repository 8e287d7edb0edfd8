// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace tenantry::json {

/// Whether it is a `format` of JSON Schema that matchesFormat() can tell: date, date-time, email, hostname, ipv4, ipv6,
/// time, uri, uuid.
bool isKnownFormat(std::string_view format);

/// Whether `text` (UTF-8) has the known format. Times and dates are what core/base/datetime.h reads.
bool matchesFormat(std::string_view format, std::string_view text);

} // namespace tenantry::json
