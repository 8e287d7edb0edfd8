// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/multipart.h"
#include "server/routing/call.h"

#include <map>

namespace tenantry::server {

/// A form with one file and some short fields, as imports send it. The file stays where the body lies.
struct UploadForm
{
    http::FormPart file;
    std::map<QString, QString> fields;

    /// Reads the body of a call. Validation when there is no part `file`, or more than one.
    static Result<UploadForm> read(const Call &call);

    /// From the query or, where it is not there, from the form.
    std::optional<QString> value(const Call &call, const QString &name) const;
    Result<bool> flag(const Call &call, const QString &name) const;
};

} // namespace tenantry::server
