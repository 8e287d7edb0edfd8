// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/threadpool.h"

#include <condition_variable>

namespace tenantry {

namespace {
constexpr std::size_t lanesKept = 256; ///< so that a lane that empties and fills costs no memory allocation
}

/// A thread that waits to be called.
struct ThreadPool::Sleeper
{
    std::condition_variable called;
    bool isCalled = false;

    void call()
    {
        isCalled = true;
        called.notify_one();
    }
};

ThreadPool::ThreadPool(int threads, std::size_t queueLimit)
    : m_queueLimit(queueLimit)
{
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { run(); });
}

ThreadPool::~ThreadPool()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
        for (Sleeper *sleeper : m_sleepers)
            sleeper->call();
        m_sleepers.clear();
    }
    for (std::thread &thread : m_threads)
        thread.join();
}

bool ThreadPool::post(Work work, Lane lane)
{
    const std::lock_guard lock(m_mutex);
    if (m_ending || m_waiting >= m_queueLimit)
        return false;
    Queue &queue = m_lanes[lane];
    if (!hasRoom(lane, queue))
        return false;
    if (queue.empty())
        m_turns.push_back(lane);
    queue.push_back(std::move(work));
    ++m_waiting;
    if (!m_sleepers.empty()) {
        m_sleepers.back()->call(); // under the lock: once the work has run, the pool may be gone
        m_sleepers.pop_back();
    }
    return true;
}

bool ThreadPool::hasRoom(Lane lane, const Queue &queue) const
{
    return lane == common || queue.size() < m_queueLimit - m_queueLimit / 2;
}

std::size_t ThreadPool::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return m_waiting;
}

ThreadPool::Work ThreadPool::next()
{
    const auto lane = m_lanes.find(m_turns.front());
    m_turns.pop_front();
    Work work = std::move(lane->second.front());
    lane->second.pop_front();
    --m_waiting;
    if (!lane->second.empty())
        m_turns.push_back(lane->first);
    else if (m_lanes.size() > lanesKept)
        m_lanes.erase(lane);
    return work;
}

void ThreadPool::sleep(std::unique_lock<std::mutex> &lock)
{
    Sleeper self;
    m_sleepers.push_back(&self);
    self.called.wait(lock, [&] { return self.isCalled; });
}

void ThreadPool::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        // Another thread may have been quicker to take the work that this one was called for.
        while (m_waiting == 0 && !m_ending)
            sleep(lock);
        if (m_waiting == 0)
            return;
        Work work = next();
        lock.unlock();
        work();
        work = nullptr;
        lock.lock();
    }
}

} // namespace tenantry
