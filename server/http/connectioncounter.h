// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QHostAddress>

#include <mutex>

namespace tenantry::http {

/// Counts the open connections of all listeners, in all and per address. Thread-safe.
class ConnectionCounter
{
public:
    /// A limit of 0 means none.
    ConnectionCounter(int total, int perAddress);

    /// Counts a connection, or answers false when there are too many.
    bool admit(const QHostAddress &peer);
    void release(const QHostAddress &peer);

private:
    const int m_total;
    const int m_perAddress;
    std::mutex m_mutex;
    int m_open = 0;
    QHash<QHostAddress, int> m_byAddress;
};

} // namespace tenantry::http
