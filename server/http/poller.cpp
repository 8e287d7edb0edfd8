// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/poller.h"

#include <array>
#include <sys/epoll.h>
#include <unistd.h>

namespace tenantry::http {

namespace {

/// Per turn of the event loop, so that answers get their turn too.
constexpr int batch = 128;

} // namespace

Poller::Poller()
    : m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    , m_notifier(m_epoll, QSocketNotifier::Read)
{
    QObject::connect(&m_notifier, &QSocketNotifier::activated, &m_notifier, [this] { dispatch(); });
}

Poller::~Poller()
{
    m_notifier.setEnabled(false);
    ::close(m_epoll);
}

void Poller::watch(int descriptor, quint32 events, Watcher *watcher)
{
    epoll_event event{};
    event.events = events;
    event.data.ptr = watcher;
    ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event);
}

void Poller::change(int descriptor, quint32 events, Watcher *watcher)
{
    epoll_event event{};
    event.events = events;
    event.data.ptr = watcher;
    ::epoll_ctl(m_epoll, EPOLL_CTL_MOD, descriptor, &event);
}

void Poller::forget(int descriptor)
{
    ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr);
}

void Poller::dispatch()
{
    std::array<epoll_event, batch> events;
    const int count = ::epoll_wait(m_epoll, events.data(), batch, 0);
    for (int i = 0; i < count; ++i)
        static_cast<Watcher *>(events[std::size_t(i)].data.ptr)->ready(events[std::size_t(i)].events);
}

} // namespace tenantry::http
