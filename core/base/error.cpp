// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

using namespace Qt::StringLiterals;

namespace tenantry {

Error Error::make(ErrorCode code, QString message, QString detail)
{
    Error error;
    error.code = code;
    error.message = std::move(message);
    error.detail = std::move(detail);
    return error;
}

Error Error::field(QString path, QString message)
{
    return invalid({{std::move(path), std::move(message)}});
}

Error Error::invalid(std::vector<FieldError> fields)
{
    Error error;
    error.code = ErrorCode::Validation;
    error.message = fields.size() == 1 ? fields.front().path + u": "_s + fields.front().message
                                       : u"Some fields are not acceptable."_s;
    error.fields = std::move(fields);
    return error;
}

Error Error::internal(QString cause)
{
    Error error;
    error.message = u"Something went wrong in the server."_s;
    error.cause = std::move(cause);
    return error;
}

Error Error::withCause(QString text) &&
{
    cause = std::move(text);
    return std::move(*this);
}

Error Error::withDetail(QString text) &&
{
    detail = std::move(text);
    return std::move(*this);
}

} // namespace tenantry
