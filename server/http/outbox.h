// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/wakeup.h"
#include "server/http/response.h"

#include <functional>
#include <mutex>
#include <vector>

namespace tenantry::http {

/// Answers on their way from the threads that made them to the I/O thread that writes them, and the word that it is
/// time to stop.
class Outbox
{
public:
    struct Item
    {
        quint64 connection = 0;
        quint64 request = 0;
        Response response;
    };

    /// `deliver` runs in the thread that makes this, whenever something waits; it looks at takeAll() and wish().
    explicit Outbox(std::function<void()> deliver);

    // From any thread:
    void post(Item item);
    void finish();  ///< stop once what runs is answered
    void abandon(); ///< stop now

    std::vector<Item> takeAll();
    enum class Wish { Serve, Finish, Abandon };
    Wish wish();
    /// In the thread of the constructor, which is about to end: what is posted from now on is dropped.
    void close();

private:
    WakeUp m_wakeUp;
    std::mutex m_mutex; ///< guards what follows
    bool m_closed = false;
    Wish m_wish = Wish::Serve;
    std::vector<Item> m_items;
};

} // namespace tenantry::http
