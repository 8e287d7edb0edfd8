// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/sqlite/sqlitefunctions.h"

#include "core/base/datetime.h"
#include "core/base/fold.h"
#include "core/sql/comparedecimals.h"
#include "core/sql/sqlite/sqlitedatefunctions.h"
#include "core/sql/sqlite/sqlitedecimalfunctions.h"
#include "core/sql/sqlite/sqlitedocumentfunctions.h"
#include "core/sql/sqlite/sqliteerror.h"
#include "core/sql/sqlite/sqlitefunction.h"
#include "core/sql/sqlite/sqlitejsonfunctions.h"
#include "core/sql/sqlite/sqlitelistaggregates.h"
#include "core/sql/sqlite/sqliterangefunctions.h"
#include "core/sql/sqlite/sqlitesearchrank.h"
#include "core/sql/sqlite/sqlitetokenizer.h"
#include "core/sql/sqlite/sqlitevectorfunctions.h"

#include <QCryptographicHash>
#include <QString>

#include <re2/re2.h>

#include <array>

namespace tenantry::sql {

namespace {

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
    if (isNull(arguments[0]) || isNull(arguments[1]))
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
    if (isNull(arguments[0]))
        return;
    const std::string_view text = textOf(arguments[0]);
    const QByteArray result = QString::fromUtf8(text.data(), qsizetype(text.size())).toUpper().toUtf8();
    sqlite3_result_text64(context, result.constData(), sqlite3_uint64(result.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
}

template<std::string (*format)(std::int64_t)>
void formatTime(sqlite3_context *context, int, sqlite3_value **arguments)
{
    if (isNull(arguments[0]))
        return;
    const std::string text = format(sqlite3_value_int64(arguments[0]));
    sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void lower(sqlite3_context *context, int, sqlite3_value **arguments)
{
    if (isNull(arguments[0]))
        return;
    const QByteArray lowered = tenantry::lowered(textOf(arguments[0])).toUtf8();
    answerText(context, {lowered.constData(), std::size_t(lowered.size())});
}

void md5(sqlite3_context *context, int, sqlite3_value **arguments)
{
    if (isNull(arguments[0]))
        return;
    const std::string_view text = textOf(arguments[0]);
    const QByteArray digits =
        QCryptographicHash::hash(QByteArray(text.data(), qsizetype(text.size())), QCryptographicHash::Md5).toHex();
    answerText(context, {digits.constData(), std::size_t(digits.size())});
}

constexpr std::array functions{
    SqliteFunction{"tenantry_re2", 2, matchRe2},
    SqliteFunction{"tenantry_upper", 1, upper},
    SqliteFunction{"tenantry_lower", 1, lower},
    SqliteFunction{"tenantry_md5", 1, md5},
    SqliteFunction{"tenantry_datetime", 1, formatTime<tenantry::formatDateTime>},
    SqliteFunction{"tenantry_time", 1, formatTime<tenantry::formatTime>},
};

} // namespace

Result<void> registerSqliteFunctions(sqlite3 *handle)
{
    const bool registered = sqlite3_create_collation_v2(handle, "tenantry_decimal", SQLITE_UTF8, nullptr,
                                                        collateDecimals, nullptr) == SQLITE_OK &&
                            registerAll(handle, functions) && registerSqliteDecimalFunctions(handle) &&
                            registerSqliteDateFunctions(handle) && registerSqliteListAggregates(handle) &&
                            registerSqliteJsonFunctions(handle) && registerSqliteRangeFunctions(handle) &&
                            registerSqliteVectorFunctions(handle) && registerSqliteDocumentFunctions(handle) &&
                            registerSqliteTokenizer(handle) && registerSqliteSearchRank(handle);
    if (!registered)
        return failure(sqliteError(handle));
    return {};
}

} // namespace tenantry::sql
