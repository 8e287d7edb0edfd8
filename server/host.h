// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/config/config.h"
#include "core/identity/firstadministrator.h"

#include <functional>
#include <memory>

namespace tenantry {
class Log;
}

namespace tenantry::server {

/// A whole server: databases, services, endpoints, threads and the ports. Programs start one and stop it; the console
/// keeps one inside itself. start() and stop() block for a moment, and may be called from any thread.
class Host
{
public:
    /// Opens the data, brings it up to date, opens the ports and answers. The error says what the operator can do.
    /// `listening` is called in between, when the ports are open and nothing was answered yet. `log` must outlive the
    /// host.
    static Result<std::unique_ptr<Host>> start(const Config &config, const Log &log,
                                               const std::function<void(const Host &)> &listening = {});
    /// Stops.
    ~Host();

    /// Where it listens, e.g. "http://127.0.0.1:8000", or https where there is a certificate; in the order of the
    /// settings, those that only send to https last.
    QStringList urls() const;
    /// Whether this start made the first administrator, and the password if it made that up.
    const identity::FirstAdministrator &firstAdministrator() const;

    /// Reads the TLS certificate and its key again, for connections to come. When that fails, those in use stay.
    Result<void> reloadTls();

    /// Reads the master keys again, and wraps the data keys of all sites by the current one while it serves; the log
    /// tells when that is done. When reading fails, those in use stay.
    Result<void> reloadMasterKeys();

    /// Stops accepting, finishes what runs, for at most ten seconds. Nothing happens when it has stopped already.
    void stop();

private:
    struct Parts;
    explicit Host(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace tenantry::server
