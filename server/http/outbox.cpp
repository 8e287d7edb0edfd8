// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/outbox.h"

#include <sys/eventfd.h>
#include <unistd.h>

namespace tenantry::http {

Outbox::Outbox(std::function<void()> deliver)
    : m_wakeUp(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
    , m_notifier(std::make_unique<QSocketNotifier>(m_wakeUp, QSocketNotifier::Read))
{
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(),
                     [this, deliver = std::move(deliver)] {
                         sleep();
                         deliver();
                     });
}

Outbox::~Outbox()
{
    ::close(m_wakeUp);
}

void Outbox::post(Item item)
{
    const std::lock_guard lock(m_mutex);
    if (m_closed)
        return;
    m_items.push_back(std::move(item));
    wake();
}

void Outbox::finish()
{
    const std::lock_guard lock(m_mutex);
    m_wish = std::max(m_wish, Wish::Finish);
    wake();
}

void Outbox::abandon()
{
    const std::lock_guard lock(m_mutex);
    m_wish = Wish::Abandon;
    wake();
}

std::vector<Outbox::Item> Outbox::takeAll()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_items, {});
}

Outbox::Wish Outbox::wish()
{
    const std::lock_guard lock(m_mutex);
    return m_wish;
}

void Outbox::close()
{
    m_notifier.reset();
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    m_items.clear();
}

void Outbox::wake()
{
    if (std::exchange(m_awake, true))
        return;
    const eventfd_t one = 1;
    ::eventfd_write(m_wakeUp, one);
}

void Outbox::sleep()
{
    const std::lock_guard lock(m_mutex);
    m_awake = false;
    eventfd_t unused = 0;
    ::eventfd_read(m_wakeUp, &unused);
}

} // namespace tenantry::http
