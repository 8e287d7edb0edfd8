// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/sqlite/sqlitedatefunctions.h"

#include "core/base/calendar.h"
#include "core/base/datetime.h"
#include "core/sql/sqlite/sqlitefunction.h"

#include <QDateTime>
#include <QTimeZone>

#include <array>

namespace tenantry::sql {

namespace {

void extractPart(sqlite3_context *context, int, sqlite3_value **arguments)
{
    const auto unit = timeUnit(textOf(arguments[0]));
    if (!unit || isNull(arguments[1]))
        return;
    const std::string part = extract(*unit, sqlite3_value_int64(arguments[1]));
    if (hasFraction(*unit))
        answerText(context, part);
    else
        sqlite3_result_int64(context, std::stoll(part));
}

void truncateTime(sqlite3_context *context, int, sqlite3_value **arguments)
{
    const auto unit = timeUnit(textOf(arguments[0]));
    if (unit && !isNull(arguments[1]))
        sqlite3_result_int64(context, truncate(*unit, sqlite3_value_int64(arguments[1])));
}

void deleteZone(void *zone)
{
    delete static_cast<QTimeZone *>(zone);
}

/// Reading a zone's history takes long, so it is kept for as long as the argument stays the same.
void wallClock(sqlite3_context *context, int, sqlite3_value **arguments)
{
    if (isNull(arguments[0]) || isNull(arguments[1]))
        return;
    auto *zone = static_cast<QTimeZone *>(sqlite3_get_auxdata(context, 1));
    std::unique_ptr<QTimeZone> fresh;
    if (!zone) {
        const std::string_view name = textOf(arguments[1]);
        fresh = std::make_unique<QTimeZone>(QByteArray(name.data(), qsizetype(name.size())));
        zone = fresh.get();
    }
    if (!zone->isValid()) {
        sqlite3_result_error(context, "unknown time zone", -1);
        return;
    }
    const Micros time = sqlite3_value_int64(arguments[0]);
    const qint64 milliseconds = truncate(TimeUnit::Second, time) / 1000;
    const Micros offset = zone->offsetFromUtc(QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone::utc()));
    sqlite3_result_int64(context, time + offset * 1'000'000);
    if (fresh)
        sqlite3_set_auxdata(context, 1, fresh.release(), deleteZone);
}

void wallClockText(sqlite3_context *context, int, sqlite3_value **arguments)
{
    if (!isNull(arguments[0]))
        answerText(context, formatWallClock(sqlite3_value_int64(arguments[0])));
}

void midnight(sqlite3_context *context, int, sqlite3_value **arguments)
{
    constexpr Micros day = 86'400'000'000;
    if (const auto days = parseDate(textOf(arguments[0])))
        sqlite3_result_int64(context, *days * day);
}

constexpr std::array functions{
    SqliteFunction{"tenantry_extract", 2, extractPart},  SqliteFunction{"tenantry_truncate", 2, truncateTime},
    SqliteFunction{"tenantry_wall_clock", 2, wallClock}, SqliteFunction{"tenantry_wall_clock_text", 1, wallClockText},
    SqliteFunction{"tenantry_midnight", 1, midnight},
};

} // namespace

bool registerSqliteDateFunctions(sqlite3 *handle)
{
    return registerAll(handle, functions);
}

} // namespace tenantry::sql
