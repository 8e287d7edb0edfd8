// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/outbox.h"

namespace tenantry::http {

Outbox::Outbox(std::function<void()> deliver)
    : m_wakeUp(std::move(deliver))
{
}

void Outbox::post(Item item)
{
    const std::lock_guard lock(m_mutex);
    if (m_closed)
        return;
    m_items.push_back(std::move(item));
    m_wakeUp.wake();
}

void Outbox::finish()
{
    const std::lock_guard lock(m_mutex);
    m_wish = std::max(m_wish, Wish::Finish);
    m_wakeUp.wake();
}

void Outbox::abandon()
{
    const std::lock_guard lock(m_mutex);
    m_wish = Wish::Abandon;
    m_wakeUp.wake();
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
    m_wakeUp.stop();
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    m_items.clear();
}

} // namespace tenantry::http
