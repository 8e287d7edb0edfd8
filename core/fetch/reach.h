// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

namespace tenantry::fetch {

/// Which machines may be asked in the name of somebody who has said where: the public ones, and in development this
/// one. A server must not be made to ask what stands beside it behind a firewall.
enum class Reach { Public, PublicAndLoopback };

/// Whether a connection to this address may be made.
bool isReachable(const QHostAddress &address, Reach reach);

} // namespace tenantry::fetch
