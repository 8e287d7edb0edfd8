// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/json/value.h"

#include <QString>

#include <optional>

namespace tenantry::identity {

/// How a user of a site likes to see things.
struct Preferences
{
    QString dateFormat = QStringLiteral("YYYY-MM-DD");
    QString timeFormat = QStringLiteral("24h");
    QString timezone = QStringLiteral("UTC"); ///< a name of the time zone database
    QString theme = QStringLiteral("light");
    json::Object widgetConfig; ///< anything a client keeps
};

/// What is to be different; what is absent stays.
struct PreferencesChange
{
    /// Bytes that widgetConfig may have as JSON.
    static constexpr qsizetype maxWidgetConfig = 64 * 1024;

    std::optional<QString> dateFormat;
    std::optional<QString> timeFormat;
    std::optional<QString> timezone;
    std::optional<QString> theme;
    std::optional<json::Object> widgetConfig; ///< replaced whole
};

/// Validation naming every field whose value is none of those there are.
Result<void> checkPreferences(const PreferencesChange &change);
Preferences changed(Preferences preferences, const PreferencesChange &change);
json::Value toJson(const Preferences &preferences);

} // namespace tenantry::identity
