// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/history.h"
#include "core/base/result.h"
#include "core/json/value.h"
#include "core/sql/session.h"

#include <QString>

#include <optional>

namespace tenantry::settings {

/// What the pages of a site need to know and anybody may: one record, made with the site.
struct SiteSettings
{
    std::optional<QString> frontendUrl; ///< where the site's pages are
    json::Value features = json::Object();

    static Result<SiteSettings> load(sql::Session &session);
    /// With its history.
    Result<void> save(sql::Transaction &transaction) const;
    /// Where the history of the site's settings is.
    static audit::history::Record historyOf();
};

/// What a caller may set; what is absent stays as it is.
struct SiteSettingsChange
{
    std::optional<std::optional<QString>> frontendUrl;
    std::optional<json::Value> features; ///< an object, in place of the former

    bool isEmpty() const { return !frontendUrl && !features; }
    /// Errors name the fields of the API.
    Result<void> check() const;
    void apply(SiteSettings &settings) const;
};

} // namespace tenantry::settings
