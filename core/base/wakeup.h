// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <memory>

class QSocketNotifier;

namespace tenantry {

/// Calls a thread that runs an event loop from other threads. It says only that something waits; what, the owner keeps
/// under a mutex of its own. Many calls share one run. It is a descriptor: cheaper than a posted event, and
/// ThreadSanitizer, which sees nothing of Qt's queues, sees it.
class WakeUp
{
public:
    /// `woken` runs in the thread that makes this, at least once after each wake().
    explicit WakeUp(std::function<void()> woken);
    /// From any thread when stop() came first, otherwise in the constructor's.
    ~WakeUp();
    WakeUp(const WakeUp &) = delete;
    WakeUp &operator=(const WakeUp &) = delete;

    /// From any thread.
    void wake();
    /// In the constructor's thread: nothing is called any more.
    void stop();

private:
    void answer();

    const std::function<void()> m_woken;
    const int m_descriptor; ///< an eventfd
    std::atomic<bool> m_called = false;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace tenantry
