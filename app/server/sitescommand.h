// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// `tenantry-server sites list|check|repair`: whether the databases of sites are whole, and what can be done when not.
int sitesCommand(const QStringList &arguments);
