// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <QString>

#include <optional>

namespace tenantry::server {

// Fields of a body that was checked against its declaration: nothing when the field was not sent.

std::optional<QString> textField(const json::Value &body, std::string_view name);
/// A field that may be null: the inner value is none when it was.
std::optional<std::optional<QString>> nullableTextField(const json::Value &body, std::string_view name);
std::optional<bool> booleanField(const json::Value &body, std::string_view name);
std::optional<std::int64_t> integerField(const json::Value &body, std::string_view name);
std::optional<json::Value> objectField(const json::Value &body, std::string_view name);

} // namespace tenantry::server
