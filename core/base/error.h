// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/errorcode.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace tenantry {

/// One thing wrong with one field of the caller's input. `path` is dotted ("settings.primary_color", "0.title").
struct FieldError
{
    QString path;
    QString message;
};

/// Why something could not be done, as a value. Everything but `cause` may be shown to the caller, so it says what to
/// do and holds no SQL, file name or host name; `cause` is for the log alone.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString message;                ///< one sentence, always set
    QString detail;                 ///< optional remedy or longer explanation
    std::vector<FieldError> fields; ///< with ErrorCode::Validation, every offending field at once
    QByteArray data;                ///< optional JSON text for the answer's `data`
    QString constraint;             ///< with the *Violation codes: the constraint or column the engine named, if it did
    QString cause;                  ///< what the library underneath said; logged, never sent

    static Error make(ErrorCode code, QString message, QString detail = {});
    /// ErrorCode::Validation about a single field.
    static Error field(QString path, QString message);
    static Error invalid(std::vector<FieldError> fields);
    /// ErrorCode::Internal: a fault of ours. The message is generic; `cause` is logged.
    static Error internal(QString cause);

    Error withCause(QString text) &&;
    Error withDetail(QString text) &&;
};

} // namespace tenantry
