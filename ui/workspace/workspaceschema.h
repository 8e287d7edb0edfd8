// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>

#include <optional>

namespace tenantry::ui {

/// Brings the tables of a workspace to what this console knows, a step per version, all or nothing. Gives a sentence
/// for the user when that cannot be: the file is damaged, cannot be written, or was made by a newer console.
std::optional<QString> upgradeWorkspace(QSqlDatabase &database);

} // namespace tenantry::ui
