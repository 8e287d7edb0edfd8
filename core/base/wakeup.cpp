// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/wakeup.h"

#include <QSocketNotifier>

#include <sys/eventfd.h>
#include <unistd.h>

namespace tenantry {

WakeUp::WakeUp(std::function<void()> woken)
    : m_woken(std::move(woken))
    , m_descriptor(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
    , m_notifier(std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read))
{
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this] { answer(); });
}

WakeUp::~WakeUp()
{
    m_notifier.reset();
    ::close(m_descriptor);
}

void WakeUp::wake()
{
    if (m_called.exchange(true))
        return;
    const eventfd_t one = 1;
    ::eventfd_write(m_descriptor, one);
}

void WakeUp::stop()
{
    m_notifier.reset();
}

void WakeUp::answer()
{
    eventfd_t unused = 0;
    ::eventfd_read(m_descriptor, &unused);
    m_called = false; // before the look, so that what comes during it calls again
    m_woken();
}

} // namespace tenantry
