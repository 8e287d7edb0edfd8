// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/schema/tablerecord.h"
#include "core/json/value.h"

namespace tenantry::server {

/// The table object, alike in lists and alone. `app` says whether the app is active.
json::Object tableJson(const data::TableRecord &record, bool appIsActive);

} // namespace tenantry::server
