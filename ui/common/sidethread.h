// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/threadpool.h"
#include "core/base/wakeup.h"
#include "core/client/reply.h"

#include <deque>
#include <functional>
#include <memory>
#include <mutex>

namespace tenantry::ui {

/// A thread beside the window's, for what has to wait: files and heavy sums. Work runs in the order it was handed over;
/// its answer comes through the event loop of the thread that made this, which is also the only one to use it.
class SideThread
{
public:
    SideThread();
    /// Finishes what was handed over; answers are given to nobody any more.
    ~SideThread();
    SideThread(const SideThread &) = delete;
    SideThread &operator=(const SideThread &) = delete;

    /// `work` must not touch what another thread may.
    template<class T>
    client::Reply<T> run(std::function<Result<T>()> work)
    {
        client::ReplySource<T> source;
        auto answer = std::make_shared<std::optional<Result<T>>>();
        hand([work = std::move(work), answer] { answer->emplace(work()); },
             [source, answer] { source.settle(std::move(**answer)); });
        return source.reply();
    }

private:
    void hand(std::function<void()> work, std::function<void()> settle);
    void deliver();

    std::deque<std::function<void()>> m_waiting; ///< one for each piece of work, in order; of the making thread alone
    std::mutex m_mutex;
    std::size_t m_done = 0; ///< pieces whose answer is not given yet
    WakeUp m_delivery;
    ThreadPool m_thread{1}; ///< last: ends before the rest goes
};

} // namespace tenantry::ui
