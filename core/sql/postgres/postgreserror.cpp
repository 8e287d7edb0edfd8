// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/postgres/postgreserror.h"

#include <algorithm>
#include <array>

namespace tenantry::sql {

namespace {

struct StateMeaning
{
    std::string_view state; ///< a SQLSTATE, or the two characters of its class
    ErrorCode code;
};

/// The first entry that the state begins with counts.
constexpr std::array meanings{
    StateMeaning{"23505", ErrorCode::UniqueViolation},
    StateMeaning{"23P01", ErrorCode::UniqueViolation},
    StateMeaning{"23503", ErrorCode::ForeignKeyViolation},
    StateMeaning{"23001", ErrorCode::ForeignKeyViolation},
    StateMeaning{"23502", ErrorCode::NotNullViolation},
    StateMeaning{"23514", ErrorCode::CheckViolation},
    StateMeaning{"42P01", ErrorCode::SchemaChanged}, // undefined table
    StateMeaning{"42703", ErrorCode::SchemaChanged}, // undefined column
    StateMeaning{"3F000", ErrorCode::SchemaChanged}, // undefined schema
    StateMeaning{"26000", ErrorCode::SchemaChanged}, // undefined prepared statement
    StateMeaning{"0A000", ErrorCode::SchemaChanged}, // cached plan must not change result type
    StateMeaning{"42P06", ErrorCode::Conflict},      // duplicate schema
    StateMeaning{"42P07", ErrorCode::Conflict},      // duplicate table
    StateMeaning{"40001", ErrorCode::Serialization}, // serialization failure
    StateMeaning{"40P01", ErrorCode::Serialization}, // deadlock
    StateMeaning{"55P03", ErrorCode::Unavailable},   // lock not available
    StateMeaning{"57014", ErrorCode::Timeout},       // statement timeout, or a cancel, which the connection knows of
    StateMeaning{"57P", ErrorCode::Unavailable},     // shutdown, terminated
    StateMeaning{"08", ErrorCode::Unavailable},      // connection lost
    StateMeaning{"53", ErrorCode::Unavailable},      // disk, memory, connections used up
    StateMeaning{"22", ErrorCode::BadRequest},       // a value that does not fit its type
    StateMeaning{"54", ErrorCode::BadRequest},       // a limit of the engine
};

} // namespace

Error postgresError(const PostgresReport &report)
{
    const std::string_view state(report.state.constData(), std::size_t(report.state.size()));
    const auto meaning = std::find_if(meanings.begin(), meanings.end(), [&](const StateMeaning &candidate) {
        return state.starts_with(candidate.state);
    });
    const ErrorCode code = state.empty()               ? ErrorCode::Unavailable
                           : meaning != meanings.end() ? meaning->code
                                                       : ErrorCode::Internal;
    Error error = Error::internal(QString::fromUtf8(report.state + " " + report.message));
    if (code == ErrorCode::Internal)
        return error;
    error.code = code;
    error.message = describe(code).help;
    error.constraint = QString::fromUtf8(code == ErrorCode::NotNullViolation ? report.column : report.constraint);
    return error;
}

} // namespace tenantry::sql
