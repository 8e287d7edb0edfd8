// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/sqlite/sqlitefunctions.h"

#include "core/base/datetime.h"
#include "core/sql/comparedecimals.h"
#include "core/sql/sqlite/sqliteerror.h"

#include <QString>

#include <re2/re2.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>

namespace tenantry::sql {

namespace {

constexpr int pureFunction = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;

std::string_view textOf(sqlite3_value *value)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(value));
    return text ? std::string_view(text, std::size_t(sqlite3_value_bytes(value))) : std::string_view();
}

int collateDecimals(void *, int leftSize, const void *left, int rightSize, const void *right)
{
    return compareDecimals({static_cast<const char *>(left), std::size_t(leftSize)},
                           {static_cast<const char *>(right), std::size_t(rightSize)});
}

void deletePattern(void *pattern)
{
    delete static_cast<RE2 *>(pattern);
}

void matchRe2(sqlite3_context *context, int, sqlite3_value **arguments)
{
    if (sqlite3_value_type(arguments[0]) == SQLITE_NULL || sqlite3_value_type(arguments[1]) == SQLITE_NULL)
        return;
    auto *pattern = static_cast<RE2 *>(sqlite3_get_auxdata(context, 0));
    std::unique_ptr<RE2> fresh;
    if (!pattern) {
        fresh = std::make_unique<RE2>(std::string(textOf(arguments[0])), RE2::Quiet);
        pattern = fresh.get();
    }
    if (!pattern->ok()) {
        sqlite3_result_error(context, "invalid pattern", -1);
        return;
    }
    const std::string_view text = textOf(arguments[1]);
    sqlite3_result_int(context, RE2::FullMatch(re2::StringPiece(text.data(), text.size()), *pattern) ? 1 : 0);
    if (fresh)
        sqlite3_set_auxdata(context, 0, fresh.release(), deletePattern);
}

void upper(sqlite3_context *context, int, sqlite3_value **arguments)
{
    if (sqlite3_value_type(arguments[0]) == SQLITE_NULL)
        return;
    const std::string_view text = textOf(arguments[0]);
    const QByteArray result = QString::fromUtf8(text.data(), qsizetype(text.size())).toUpper().toUtf8();
    sqlite3_result_text64(context, result.constData(), sqlite3_uint64(result.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
}

template<std::string (*format)(std::int64_t)>
void formatTime(sqlite3_context *context, int, sqlite3_value **arguments)
{
    if (sqlite3_value_type(arguments[0]) == SQLITE_NULL)
        return;
    const std::string text = format(sqlite3_value_int64(arguments[0]));
    sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

struct Function
{
    const char *name;
    int arguments;
    void (*run)(sqlite3_context *, int, sqlite3_value **);
};

constexpr std::array functions{
    Function{"tenantry_re2", 2, matchRe2},
    Function{"tenantry_upper", 1, upper},
    Function{"tenantry_datetime", 1, formatTime<tenantry::formatDateTime>},
    Function{"tenantry_time", 1, formatTime<tenantry::formatTime>},
};

} // namespace

Result<void> registerSqliteFunctions(sqlite3 *handle)
{
    const auto add = [handle](const Function &function) {
        return sqlite3_create_function_v2(handle, function.name, function.arguments, pureFunction, nullptr,
                                          function.run, nullptr, nullptr, nullptr) == SQLITE_OK;
    };
    const bool registered = sqlite3_create_collation_v2(handle, "tenantry_decimal", SQLITE_UTF8, nullptr,
                                                        collateDecimals, nullptr) == SQLITE_OK &&
                            std::all_of(functions.begin(), functions.end(), add);
    if (!registered)
        return failure(sqliteError(handle));
    return {};
}

} // namespace tenantry::sql
