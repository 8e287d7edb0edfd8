// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tenantry::data {

struct Table;

/// The candidate that a mistyped name most likely means, or nothing when none is near.
std::optional<std::string> nearestName(std::string_view name, const std::vector<std::string> &candidates);

/// "There is no column 'titel'. Did you mean 'title'?"
QString unknownColumn(const Table &table, std::string_view name);
QString unknownColumn(const Table &table, QStringView name);

} // namespace tenantry::data
