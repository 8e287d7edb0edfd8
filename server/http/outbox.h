// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/response.h"

#include <QObject>

#include <functional>
#include <mutex>
#include <vector>

namespace tenantry::http {

/// Answers on their way from the threads that made them to the I/O thread that writes them. Many posts share one
/// wake-up.
class Outbox
{
public:
    struct Item
    {
        quint64 connection = 0;
        quint64 request = 0;
        Response response;
    };

    /// `deliver` runs in the thread of `receiver`, whenever something waits; it calls takeAll().
    Outbox(QObject *receiver, std::function<void()> deliver);

    void post(Item item);
    std::vector<Item> takeAll();
    /// The receiver is about to go: what is posted from now on is dropped.
    void close();

private:
    std::mutex m_mutex;
    QObject *m_receiver;
    std::function<void()> m_deliver;
    std::vector<Item> m_items;
};

} // namespace tenantry::http
