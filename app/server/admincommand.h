// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// `tenantry-server admin create|reset-password|reset-authenticators|list`: platform administrators, for when nobody
/// can sign in any more.
int adminCommand(const QStringList &arguments);
