// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// `tenantry-server migrate`: the platform's database, and then those of all sites, to the schema of this version.
int migrateCommand(const QStringList &arguments);
