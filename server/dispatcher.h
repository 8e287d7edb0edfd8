// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/threadpool.h"
#include "server/http/service.h"
#include "server/middleware/middleware.h"
#include "server/routing/router.h"

#include <QDeadlineTimer>

#include <atomic>

namespace tenantry {
class Log;
}

namespace tenantry::server {

/// Takes requests off the I/O threads and brings them to their handlers: on a worker, through the middleware, to the
/// endpoint, and the answer back through the middleware. Thread-safe.
class Dispatcher : public http::Service
{
public:
    Dispatcher(const Router &router, std::vector<Middleware> chain, ThreadPool &workers, const Log &log);

    qint64 bodyLimit(const http::Request &head) const override;
    void handle(http::Request request, http::Reply reply) override;
    http::Response refusal(const http::Refusal &refusal) const override;

    /// Waits until every request that was taken has its answer, at most until `deadline`.
    void waitUntilIdle(QDeadlineTimer deadline) const;

private:
    void run(const std::shared_ptr<Call> &call, const http::Reply &reply);
    Answer answer(const std::shared_ptr<Call> &call, std::size_t &entered) const;
    http::Response finished(const Call &call, Result<http::Response> result, std::size_t entered) const;

    const Router &m_router;
    const std::vector<Middleware> m_chain;
    ThreadPool &m_workers;
    const Log &m_log;
    std::atomic<int> m_running = 0;
};

} // namespace tenantry::server
