// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apps/app.h"
#include "core/base/result.h"
#include "core/json/value.h"

namespace tenantry::apps {

/// What a client asks an app to be; what is left out keeps its value.
struct AppDraft
{
    std::optional<QString> name;
    std::optional<QString> slug;
    std::optional<QString> description;
    std::optional<bool> active;
    json::Object settings; ///< see applySettings()
};

/// A new app must have a name.
enum class DraftPurpose { Create, Change };

/// Every problem of the body at once. Fields that may not be written, and unknown ones, are ignored.
Result<AppDraft> readAppDraft(const json::Value &body, DraftPurpose purpose);

/// Changes `settings` as the members of `written` say; problems are named below `prefix` ("settings." or nothing). All
/// or nothing.
Result<void> applySettings(AppSettings &settings, const json::Object &written, const QString &prefix);

} // namespace tenantry::apps
