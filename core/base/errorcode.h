// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

#include <span>

namespace tenantry {

/// Every reason for failure there is. The table in errorcode.cpp gives each its HTTP status, the `code` of the API's
/// error body and a help text; the server's error writer, the console and docs/errors.md read that table.
enum class ErrorCode {
    Validation,
    BadRequest,
    Unauthorized,
    Forbidden,
    NotFound,
    MethodNotAllowed,
    Conflict,
    Gone,
    PreconditionFailed,
    PayloadTooLarge,
    UriTooLong,
    UnsupportedMediaType,
    HeadersTooLarge,
    RateLimited,
    Internal,
    NotConfigured,
    Unavailable,
    Timeout,
    Cancelled,
    // What a database says; domain services turn these into one of the above with a field where they can.
    UniqueViolation,
    ForeignKeyViolation,
    NotNullViolation,
    CheckViolation,
    SchemaChanged, ///< undefined table or column, or a cached plan that no longer fits: reload the catalogue and try
                   ///< again
    Serialization, ///< the transaction lost a race and may be run again
};

struct ErrorCodeInfo
{
    ErrorCode code;
    int status;                ///< HTTP status
    QLatin1StringView apiCode; ///< `code` in the error body
    QLatin1StringView help;    ///< what it means and what to do, one sentence
};

const ErrorCodeInfo &describe(ErrorCode code);
std::span<const ErrorCodeInfo> allErrorCodes();

} // namespace tenantry
