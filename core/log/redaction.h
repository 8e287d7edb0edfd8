// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <string>
#include <string_view>

namespace tenantry {

/// `text` without what would let a reader of the log sign in: bearer credentials, JSON web tokens, and values of query
/// parameters or assignments whose name says that they are secret.
std::string withoutSecrets(std::string text);

/// The same for a named value of any type; all of it is removed where the name says that it is secret.
json::Value withoutSecrets(std::string_view name, const json::Value &value);

/// Whether withoutSecrets() would surely give the same value back. Cheaper than asking it.
bool isHarmless(std::string_view name, const json::Value &value);

} // namespace tenantry
