// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apps/app.h"
#include "core/data/catalogue.h"
#include "core/json/value.h"

namespace tenantry::server {

/// An app in a list. `defined` is what the catalogue has of it; null counts as without tables.
json::Value appInList(const apps::App &app, const data::Catalogue::App *defined);
json::Value appInDetail(const apps::App &app, const data::Catalogue::App *defined);
/// Every setting, also those at their defaults.
json::Value appSettings(const apps::AppSettings &settings);

} // namespace tenantry::server
