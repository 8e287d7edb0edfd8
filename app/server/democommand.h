// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// `tenantry-server demo`: an organization to look at, with sites, apps, datatables and rows.
int demoCommand(const QStringList &arguments);
