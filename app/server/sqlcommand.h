// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// `tenantry-server sql SITE [STATEMENT]`: SQL on a site's database as the engine has it, reading only unless --write.
int sqlCommand(const QStringList &arguments);
