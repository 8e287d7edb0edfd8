// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <QString>

#include <optional>

namespace tenantry::test {

/// What stands at a dotted path ("data.0.name"; "." is the whole), or nothing. Leads into the claims of a token
/// ("access.site"), and finds names with dots of their own, as the errors of nested fields have.
std::optional<json::Value> valueAt(const json::Value &whole, const QString &path);

/// A text as it is, anything else as JSON.
QString plainText(const json::Value &value);

} // namespace tenantry::test
