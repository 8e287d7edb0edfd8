// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace tenantry::ui {

/// How well `text` answers what was typed; nothing when its letters are not all there, in this order. Higher is better:
/// letters that start a word and letters in a row count more, gaps and long texts less. Case and spaces do not matter.
std::optional<int> fuzzyMatch(const QString &typed, const QString &text);

} // namespace tenantry::ui
