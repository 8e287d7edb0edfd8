// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <functional>
#include <limits>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <vector>

namespace tenantry {

/// Threads that run short pieces of work, and a bounded queue before them: when it is full the work is refused rather
/// than left waiting for ever. Work comes in lanes that take turns, so that whoever brings much of it delays itself and
/// nobody else. The thread that worked last works next, since what it needs is still in its processor's cache.
/// Thread-safe.
class ThreadPool
{
public:
    using Work = std::function<void()>;
    using Lane = std::size_t;

    static constexpr Lane common = 0;
    static constexpr std::size_t unbounded = std::numeric_limits<std::size_t>::max();

    explicit ThreadPool(int threads, std::size_t queueLimit = unbounded);
    /// Finishes what is queued.
    ~ThreadPool();
    ThreadPool(const ThreadPool &) = delete;
    ThreadPool &operator=(const ThreadPool &) = delete;

    /// False when the queue is full, or the pool ends; the work is not run then. One lane, the common one excepted,
    /// fills at most half of the queue. Within a lane work begins in the order in which it came.
    [[nodiscard]] bool post(Work work, Lane lane = common);

    std::size_t waiting() const;

private:
    using Queue = std::deque<Work>;
    struct Sleeper;

    bool hasRoom(Lane lane, const Queue &queue) const;
    Work next();
    void sleep(std::unique_lock<std::mutex> &lock);
    void run();

    const std::size_t m_queueLimit;
    mutable std::mutex m_mutex;
    std::vector<Sleeper *> m_sleepers;       ///< threads without work, that which has slept least last
    std::unordered_map<Lane, Queue> m_lanes; ///< those with work, and some that had
    std::deque<Lane> m_turns;                ///< each lane with work, once
    std::size_t m_waiting = 0;
    bool m_ending = false;
    std::vector<std::thread> m_threads;
};

} // namespace tenantry
