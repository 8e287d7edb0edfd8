// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <optional>
#include <string>

namespace tenantry::sql {

// What PostgreSQL's operators on jsonb say of documents. Numbers are compared by value and must be in plain notation,
// as canonical JSON has them.

/// `@>`
bool contains(const json::Value &outer, const json::Value &inner);
/// `?`: an object has the key, an array the text among its elements, or the document is the text.
bool hasKey(const json::Value &document, std::string_view key);

/// `#>`: what an array of keys leads to; a place in an array is a number, from its end when negative. Nothing when it
/// leads nowhere.
const json::Value *follow(const json::Value &document, const json::Value &path);

/// A document as text, as `->>` has it: that of a string without quotes. Nothing for null.
std::optional<std::string> documentText(const json::Value &document);
/// A number, or the number that a string holds, written as JSON does without an exponent and not overly long.
std::optional<std::string> documentNumber(const json::Value &document);

/// Whether two lists of scalars that are not null have one in common: `&&` of arrays.
bool listsOverlap(const json::Value &left, const json::Value &right);
/// Whether each element of `inner`, none of which may be null, is one of `outer`: `@>` of arrays.
bool listContains(const json::Value &outer, const json::Value &inner);

} // namespace tenantry::sql
