// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "server/http/limits.h"
#include "server/http/service.h"
#include "server/http/tlscontext.h"

#include <QHostAddress>

#include <memory>
#include <vector>

namespace tenantry::http {

/// An HTTP server on one or more ports: I/O threads with a listener each, all handing requests to one Service. It may
/// be made, stopped and destroyed from any thread.
class Server
{
public:
    enum class Scheme { Http, Https };
    struct Address
    {
        QHostAddress host = QHostAddress::LocalHost;
        quint16 port = 0; ///< 0: any free one
        Scheme scheme = Scheme::Http;
    };
    struct Options
    {
        std::vector<Address> addresses{Address()};
        int threads = 1; ///< of each address
        Limits limits;   ///< of all addresses together
        TlsFiles tls;    ///< needed for https
    };

    /// Opens the ports, all or none. Who connects waits until serve(). `service` must outlive the server.
    static Result<std::unique_ptr<Server>> listen(const Options &options, Service &service);
    ~Server();

    /// Of the address at that place among the options.
    quint16 port(std::size_t address = 0) const;

    /// Answers from now on. Called once.
    void serve();

    /// Reads the files of the certificate again, for connections to come; when that fails, what was read before stays
    /// in use.
    Result<void> reloadTls();

    /// Stops accepting, waits at most `patience` for the requests that run to be answered, then closes what is left.
    void stop(std::chrono::milliseconds patience);

private:
    struct Private;
    explicit Server(std::unique_ptr<Private> priv);
    std::unique_ptr<Private> d;
};

} // namespace tenantry::http
