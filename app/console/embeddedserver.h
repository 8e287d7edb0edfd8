// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/threadpool.h"
#include "core/base/wakeup.h"
#include "core/log/log.h"
#include "ui/connections/localserver.h"

#include <mutex>
#include <vector>

namespace tenantry::server {
class Host;
}

namespace tenantry::console {

/// The whole server inside the console, on a thread of its own, listening on a free port of loopback. It says started()
/// and stopped() on the thread it was made on.
class EmbeddedServer : public ui::LocalServer
{
    Q_OBJECT

public:
    EmbeddedServer();
    /// Waits for the server when it still runs; stop() first avoids that.
    ~EmbeddedServer() override;

    std::shared_ptr<LogTail> log() const override { return m_tail; }
    void start(const QString &directory) override;
    void stop() override;

private:
    Result<Access> run(const QString &directory);
    /// From the server's thread: `news` is told on the thread this was made on.
    void tell(std::function<void()> news);
    void deliver();

    std::shared_ptr<LogTail> m_tail;
    Log m_log;
    std::mutex m_mutex; ///< guards m_news
    std::vector<std::function<void()>> m_news;
    WakeUp m_wakeUp;
    std::unique_ptr<server::Host> m_host; ///< touched on the server's thread only
    ThreadPool m_thread;                  ///< one thread, so that starts and stops keep their order; ends first
};

} // namespace tenantry::console
