// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// `tenantry-server serve`: runs the server until SIGTERM or SIGINT; SIGHUP reads the TLS certificate again.
int serveCommand(const QStringList &arguments);
