// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSocketNotifier>

namespace tenantry::http {

/// Tells who watches a descriptor when something can be done with it: one epoll instance inside the event loop of the
/// thread that made it. With a QSocketNotifier each, every turn of the loop would look at all connections.
class Poller
{
public:
    class Watcher
    {
    public:
        /// Some of EPOLLIN, EPOLLOUT, EPOLLERR and EPOLLHUP (epoll_ctl(2)); the last two come unasked. May forget
        /// descriptors, but must not destroy watchers.
        virtual void ready(quint32 events) = 0;

    protected:
        ~Watcher() = default;
    };

    Poller();
    ~Poller();
    Q_DISABLE_COPY_MOVE(Poller)

    /// Level-triggered. `watcher` lives until the descriptor is forgotten and the loop has turned.
    void watch(int descriptor, quint32 events, Watcher *watcher);
    void change(int descriptor, quint32 events, Watcher *watcher);
    void forget(int descriptor);

private:
    void dispatch();

    const int m_epoll;
    QSocketNotifier m_notifier;
};

} // namespace tenantry::http
