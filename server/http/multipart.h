// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <functional>
#include <optional>

namespace tenantry::http {

/// One field of a form.
struct FormPart
{
    QString name;
    std::optional<QString> fileName; ///< as the client wrote it, so no path of ours
    QByteArray contentType;          ///< in small letters, without parameters; empty when there is none
    QByteArrayView content;
};

/// Reads a multipart/form-data body (RFC 7578, RFC 2046) part by part. Contents are views into the body, which outlives
/// it, so that a body that lies in a file is never copied into the memory.
class MultipartReader
{
public:
    /// Told how many bytes of the body have been looked at.
    using Passed = std::function<void(qsizetype)>;

    static constexpr int mostParts = 32;
    static constexpr qsizetype longestHead = 8 * 1024; ///< bytes of the headers of a part

    /// UnsupportedMediaType when `contentType`, the header of the request, is no form's.
    static Result<MultipartReader> of(const QByteArray &contentType, QByteArrayView body, Passed passed = {});

    /// The next part, or nothing behind the last one. BadRequest when the body is malformed, or is not whole.
    Result<std::optional<FormPart>> next();

private:
    MultipartReader(QByteArray boundary, QByteArrayView body, Passed passed);

    bool take(QByteArrayView expected);
    std::optional<qsizetype> find(QByteArrayView text) const;
    Result<void> readHead(FormPart &part);

    QByteArray m_delimiter; ///< CR LF, "--" and the boundary
    QByteArrayView m_body;
    Passed m_passed;
    qsizetype m_position = 0;
    int m_parts = 0;
};

/// A parameter of a header such as `form-data; name="file"`, without quotes and escapes; `name` in small letters.
std::optional<QByteArray> headerParameter(const QByteArray &header, QByteArrayView name);

} // namespace tenantry::http
