// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tenantry::ui {

/// Which palette the console uses. Nothing in it has colours of its own, so the palette is all there is to choose.
enum class Appearance { System, Light, Dark };

/// Applies to the whole program at once.
void apply(Appearance appearance);

/// For keeping the choice in settings; an unknown name is System.
QString nameOf(Appearance appearance);
Appearance appearanceNamed(const QString &name);

} // namespace tenantry::ui
