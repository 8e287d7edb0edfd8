// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace tenantry {

/// What comparisons that ignore case compare: the text in capitals, by the full mappings of Unicode, whatever the
/// locale. Equal to PostgreSQL's `upper(x COLLATE "und-x-icu")`; lower case would not do, since a final sigma depends
/// on its neighbours and so breaks prefixes.
QString folded(const QString &text);
std::string folded(std::string_view utf8);

/// The text in small letters as ICU makes them without a language, final sigma included. Equal to PostgreSQL's
/// `lower(x COLLATE "und-x-icu")`, which is why QString::toLower() would not do.
QString lowered(std::string_view utf8);

} // namespace tenantry
