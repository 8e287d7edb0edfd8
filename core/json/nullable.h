// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <QString>

#include <optional>

namespace tenantry::json {

/// The text, or null where there is none.
inline Value orNull(const std::optional<QString> &text)
{
    return text ? Value(*text) : Value();
}

} // namespace tenantry::json
