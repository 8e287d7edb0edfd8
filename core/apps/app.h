// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/json/value.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace tenantry::apps {

/// Branding and links of an app.
struct AppSettings
{
    QString displayName;
    std::optional<QString> icon; ///< stored media path
    QString primaryColor = QStringLiteral("#1976d2");
    QString secondaryColor = QStringLiteral("#9c27b0");
    QString iconBackgroundColor = QStringLiteral("#ffffff");
    QString category = QStringLiteral("general");
    std::optional<QString> documentationUrl;
    std::optional<QString> supportEmail;
    std::optional<QString> defaultFrontendWorkerSlug;
    Micros createdAt = 0;
    Micros updatedAt = 0;
};

/// What the API and the history of an app's settings have in common: all but their times.
json::Object fieldsOf(const AppSettings &settings);

/// A named container of backend resources inside one site.
struct App
{
    std::int64_t id = 0;
    QString slug;
    QString name;
    QString description;
    bool active = true;
    std::optional<QString> createdBy; ///< id of a user of the site
    std::optional<QString> modifiedBy;
    Micros createdAt = 0;
    Micros updatedAt = 0;
    AppSettings settings;
};

} // namespace tenantry::apps
