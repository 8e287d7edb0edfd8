// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/sidethread.h"

namespace tenantry::ui {

SideThread::SideThread()
    : m_delivery([this] { deliver(); })
{
}

SideThread::~SideThread()
{
    m_delivery.stop();
}

void SideThread::hand(std::function<void()> work, std::function<void()> settle)
{
    m_waiting.push_back(std::move(settle));
    [[maybe_unused]] const bool taken = m_thread.post([this, work = std::move(work)] {
        work();
        const std::lock_guard lock(m_mutex);
        ++m_done;
        m_delivery.wake();
    });
    Q_ASSERT(taken); // its queue has no bound
}

void SideThread::deliver()
{
    std::size_t done = 0;
    {
        const std::lock_guard lock(m_mutex);
        done = std::exchange(m_done, 0);
    }
    std::vector<std::function<void()>> settles; // one of them may end this
    for (; done > 0; --done) {
        settles.push_back(std::move(m_waiting.front()));
        m_waiting.pop_front();
    }
    for (const auto &settle : settles)
        settle();
}

} // namespace tenantry::ui
