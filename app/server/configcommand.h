// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// `tenantry-server config --explain`: prints every setting, its value and where that came from.
int configCommand(const QStringList &arguments);
