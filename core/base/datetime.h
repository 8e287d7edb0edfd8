// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <string>
#include <string_view>

namespace tenantry {

/// Parses an ISO 8601 date and time (any offset; none means UTC). Digits beyond microseconds are cut; second 60, hour
/// 24, "infinity" and years outside 1 to 9999 are refused. The rules are the same whatever the database engine.
Result<Micros> parseDateTime(std::string_view text);

/// "2026-01-05T09:00:00Z"; with six digits of fraction when it is not zero.
std::string formatDateTime(Micros time);
QString dateTimeText(Micros time);

/// Days since 1970-01-01 of "YYYY-MM-DD".
Result<std::int64_t> parseDate(std::string_view text);
std::string formatDate(std::int64_t days);

/// Microseconds since midnight of "HH:MM:SS[.ffffff]" (seconds may be left out).
Result<std::int64_t> parseTime(std::string_view text);
std::string formatTime(std::int64_t micros);

} // namespace tenantry
