// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace tenantry::cache {

/// Whom an address is counted as. Whoever has one address of IPv6 has the whole network of 64 bits around it
/// (RFC 6177), so that counts; addresses of IPv4, and what is none, count as they are.
QByteArray countedAddress(const QByteArray &address);

} // namespace tenantry::cache
