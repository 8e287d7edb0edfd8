// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/config/config.h"

#include <memory>

namespace tenantry {
class Log;
}

namespace tenantry::server {

/// A whole server: databases, services, endpoints, threads and the port. Programs start one and stop it; the console
/// keeps one inside itself. start() and stop() block for a moment, and may be called from any thread.
class Host
{
public:
    /// Opens the data, brings it up to date and listens. The error says what the operator can do. `log` must outlive
    /// the host.
    static Result<std::unique_ptr<Host>> start(const Config &config, const Log &log);
    /// Stops.
    ~Host();

    /// Where it listens, e.g. "http://127.0.0.1:8000".
    QString url() const;

    /// Stops accepting, finishes what runs, for at most ten seconds. Nothing happens when it has stopped already.
    void stop();

private:
    struct Parts;
    explicit Host(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace tenantry::server
