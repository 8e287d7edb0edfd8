// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// `tenantry-server secret-key rotate`: a new secret for the deployment; tokens of the old one stay good for their
/// time.
int secretKeyCommand(const QStringList &arguments);
