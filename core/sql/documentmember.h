// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <string_view>

namespace tenantry::sql {

/// A member of the JSON object in `document`; null when there is none. The object is not read whole for it: what stands
/// before the member is passed over, and what stands behind it is not looked at. The text must be JSON of our own
/// writing; of any other the answer is some member or null.
json::Value documentMember(std::string_view document, std::string_view name);

} // namespace tenantry::sql
