// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/connectioncounter.h"

namespace tenantry::http {

ConnectionCounter::ConnectionCounter(int total, int perAddress)
    : m_total(total)
    , m_perAddress(perAddress)
{
}

bool ConnectionCounter::admit(const QHostAddress &peer)
{
    const std::lock_guard lock(m_mutex);
    if (m_total > 0 && m_open >= m_total)
        return false;
    int &ofPeer = m_byAddress[peer];
    if (m_perAddress > 0 && ofPeer >= m_perAddress)
        return false;
    ++ofPeer;
    ++m_open;
    return true;
}

void ConnectionCounter::release(const QHostAddress &peer)
{
    const std::lock_guard lock(m_mutex);
    --m_open;
    const auto found = m_byAddress.find(peer);
    if (found != m_byAddress.end() && --found.value() <= 0)
        m_byAddress.erase(found);
}

} // namespace tenantry::http
