// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHostAddress>

namespace tenantry::http {

enum class PortUse {
    Alone,  ///< fails when somebody listens there
    Shared, ///< SO_REUSEPORT: the kernel spreads connections over all such sockets
};

/// A listening TCP socket; the caller owns the descriptor. With port 0 the kernel picks one (portOf tells which).
Result<int> openListenSocket(const QHostAddress &address, quint16 port, PortUse use);
quint16 portOf(int descriptor);

} // namespace tenantry::http
