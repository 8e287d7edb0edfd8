// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// `tenantry-server master-key rotate|rewrap`: a new key for the secrets of sites, and its use everywhere.
int masterKeyCommand(const QStringList &arguments);
