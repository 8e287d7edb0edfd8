// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tenantry::ui {

/// The heading an action stands under, told by the first word of its id: "tab.close" belongs to the tabs. An unknown
/// word belongs to the window.
QString actionGroup(const QString &id);

} // namespace tenantry::ui
