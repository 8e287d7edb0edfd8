// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/json/value.h"
#include "core/secrets/sensitivity.h"

namespace tenantry::secrets {

/// What secrets of a kind hold and how sensitive they are.
struct SecretType
{
    std::int64_t id = 0;
    QString name; ///< unique in the site
    QString slug; ///< from the first name; unique, never changed
    QString description;
    json::Value schema; ///< JSON Schema of the value; null takes any
    Sensitivity sensitivity = Sensitivity::Private;
    bool system = false; ///< came with the site; cannot be changed or deleted
    Micros createdAt = 0;
    Micros updatedAt = 0;
};

/// What a caller may set; what is absent stays as it is.
struct SecretTypeChange
{
    std::optional<QString> name;
    std::optional<QString> description;
    std::optional<json::Value> schema; ///< null: any value
    std::optional<QString> sensitivity;
};

} // namespace tenantry::secrets
