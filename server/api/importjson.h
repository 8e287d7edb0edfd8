// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/transfer/rowimport.h"
#include "core/json/writer.h"

namespace tenantry::server {

// Imports as clients see them.

/// What the answer of an import tells.
QByteArray reportJson(const data::ImportReport &report, const data::ImportRequest &request);

/// How far an import is, in the words of background tasks; without a status, that of a task nobody knows.
QByteArray statusJson(const QString &taskId, const std::optional<data::ImportStatus> &status);

} // namespace tenantry::server
