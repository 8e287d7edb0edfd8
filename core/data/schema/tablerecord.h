// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/data/table.h"

#include <optional>

namespace tenantry::data {

/// A datatable with all that the site keeps about it.
struct TableRecord
{
    Table table;
    json::Value providerConfig = json::Value(json::Object());
    QString schemaFormat = QStringLiteral("frictionless");
    bool auditEnabled = false;
    std::optional<QString> assignedTo; ///< id of a user
    std::optional<QString> createdBy;
    std::optional<QString> modifiedBy;
    Micros createdAt = 0;
    Micros updatedAt = 0;
};

} // namespace tenantry::data
