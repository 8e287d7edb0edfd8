// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/errorcode.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

constexpr std::array table{
    ErrorCodeInfo{ErrorCode::Validation, 400, "VALIDATION_ERROR"_L1,
                  "Some fields are not acceptable; `errors` names each."_L1},
    ErrorCodeInfo{ErrorCode::BadRequest, 400, "BAD_REQUEST"_L1,
                  "The request cannot be understood or breaks a rule; the message says which."_L1},
    ErrorCodeInfo{ErrorCode::Unauthorized, 401, "UNAUTHORIZED"_L1,
                  "Sign in, or send a credential that is valid for this site."_L1},
    ErrorCodeInfo{ErrorCode::Forbidden, 403, "FORBIDDEN"_L1,
                  "You are signed in but not allowed to do this; ask an administrator for the permission."_L1},
    ErrorCodeInfo{ErrorCode::NotFound, 404, "NOT_FOUND"_L1, "There is no such thing, or you may not see it."_L1},
    ErrorCodeInfo{ErrorCode::MethodNotAllowed, 405, "BAD_REQUEST"_L1,
                  "The path exists, but not for this method; the Allow header lists the methods."_L1},
    ErrorCodeInfo{ErrorCode::Conflict, 409, "CONFLICT"_L1,
                  "It clashes with something that exists or with a concurrent change."_L1},
    ErrorCodeInfo{ErrorCode::Gone, 410, "UNAUTHORIZED"_L1, "The session has ended; sign in again."_L1},
    ErrorCodeInfo{ErrorCode::PreconditionFailed, 412, "CONFLICT"_L1,
                  "The record changed since it was read; read it again."_L1},
    ErrorCodeInfo{ErrorCode::PayloadTooLarge, 413, "BAD_REQUEST"_L1,
                  "The body is larger than this endpoint accepts."_L1},
    ErrorCodeInfo{ErrorCode::UriTooLong, 414, "BAD_REQUEST"_L1,
                  "The request line is too long; send the parameters in a body."_L1},
    ErrorCodeInfo{ErrorCode::UnsupportedMediaType, 415, "BAD_REQUEST"_L1,
                  "Send the body in the content type this endpoint accepts."_L1},
    ErrorCodeInfo{ErrorCode::HeadersTooLarge, 431, "BAD_REQUEST"_L1, "The request headers are too large."_L1},
    ErrorCodeInfo{ErrorCode::RateLimited, 429, "RATE_LIMITED"_L1,
                  "Too many requests; wait for the time Retry-After gives."_L1},
    ErrorCodeInfo{ErrorCode::Internal, 500, "INTERNAL_ERROR"_L1,
                  "A fault in the server; its log has the details under the correlation id."_L1},
    ErrorCodeInfo{ErrorCode::NotConfigured, 501, "NOT_CONFIGURED"_L1,
                  "The feature needs configuration by the operator."_L1},
    ErrorCodeInfo{ErrorCode::Unavailable, 503, "INTERNAL_ERROR"_L1,
                  "Temporarily unable to answer; try again after the time Retry-After gives."_L1},
    ErrorCodeInfo{ErrorCode::Timeout, 504, "GATEWAY_TIMEOUT"_L1,
                  "It took too long and was given up; nothing was changed."_L1},
    ErrorCodeInfo{ErrorCode::Cancelled, 503, "INTERNAL_ERROR"_L1,
                  "The work was cancelled before it finished; nothing was changed."_L1},
    ErrorCodeInfo{ErrorCode::UniqueViolation, 409, "CONFLICT"_L1, "A record with these values exists already."_L1},
    ErrorCodeInfo{ErrorCode::ForeignKeyViolation, 409, "CONFLICT"_L1,
                  "Another record still refers to it, or the record it refers to does not exist."_L1},
    ErrorCodeInfo{ErrorCode::NotNullViolation, 400, "VALIDATION_ERROR"_L1, "A required value is missing."_L1},
    ErrorCodeInfo{ErrorCode::CheckViolation, 400, "VALIDATION_ERROR"_L1, "A value breaks a rule of its field."_L1},
    ErrorCodeInfo{ErrorCode::SchemaChanged, 409, "CONFLICT"_L1, "The table was changed meanwhile; try again."_L1},
    ErrorCodeInfo{ErrorCode::Serialization, 409, "CONFLICT"_L1, "Another change came first; try again."_L1},
};

} // namespace

const ErrorCodeInfo &describe(ErrorCode code)
{
    for (const ErrorCodeInfo &info : table) {
        if (info.code == code)
            return info;
    }
    Q_UNREACHABLE();
}

std::span<const ErrorCodeInfo> allErrorCodes()
{
    return table;
}

} // namespace tenantry
