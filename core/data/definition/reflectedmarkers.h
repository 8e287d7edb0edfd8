// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <string>

namespace tenantry::data {

// The markers of a definition that has followed its table (core/data/reflection/tablereflection.h). Clients do not set
// them; they stay through later changes of the definition.

json::Object withoutReflectedMarkers(json::Object definition);
void setReflectedMarkers(json::Object &definition, const std::string &at);
/// Takes those of another definition over.
void copyReflectedMarkers(const json::Value &from, json::Object &to);

} // namespace tenantry::data
