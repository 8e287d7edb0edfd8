// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/outbox.h"

#include <QMetaObject>

namespace tenantry::http {

Outbox::Outbox(QObject *receiver, std::function<void()> deliver)
    : m_receiver(receiver)
    , m_deliver(std::move(deliver))
{
}

void Outbox::post(Item item)
{
    const std::lock_guard lock(m_mutex);
    if (!m_receiver)
        return;
    const bool wake = m_items.empty();
    m_items.push_back(std::move(item));
    if (wake) // under the lock, so that the receiver cannot go meanwhile
        QMetaObject::invokeMethod(m_receiver, m_deliver, Qt::QueuedConnection);
}

std::vector<Outbox::Item> Outbox::takeAll()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_items, {});
}

void Outbox::close()
{
    const std::lock_guard lock(m_mutex);
    m_receiver = nullptr;
    m_items.clear();
}

} // namespace tenantry::http
