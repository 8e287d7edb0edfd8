// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/log.h"
#include "ui/connections/localserver.h"

#include <QThread>

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

    void start(const QString &directory) override;
    void stop() override;

private:
    Result<Access> run(const QString &directory);

    Log m_log;
    QThread m_thread;
    QObject m_worker;                     ///< lives on m_thread
    std::unique_ptr<server::Host> m_host; ///< touched on m_thread only
};

} // namespace tenantry::console
