// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/server.h"

#include "server/http/listener.h"
#include "server/http/listensocket.h"

#include <QThread>

#include <unistd.h>

using namespace std::chrono_literals;

namespace tenantry::http {

namespace {

/// A thread with an event loop and one listener in it.
class ListenerThread : public QThread
{
public:
    ListenerThread(int socket, const Limits &limits, Service &service, ConnectionCounter &counter)
        : m_socket(socket)
        , m_limits(limits)
        , m_service(service)
        , m_counter(counter)
    {
        setObjectName(QStringLiteral("http"));
    }

    ~ListenerThread() override
    {
        if (!m_taken)
            ::close(m_socket);
    }

    /// Asks the listener to finish; the thread ends when it has.
    void finish()
    {
        const std::lock_guard lock(m_mutex);
        if (m_outbox)
            m_outbox->finish();
        else
            m_finishEarly = true;
    }

protected:
    void run() override
    {
        Listener listener(m_limits, m_service, m_counter);
        connect(
            &listener, &Listener::finished, &listener, [this] { quit(); }, Qt::QueuedConnection);
        m_taken = listener.setSocketDescriptor(m_socket);
        {
            const std::lock_guard lock(m_mutex);
            if (m_finishEarly)
                return;
            m_outbox = listener.outbox();
        }
        exec();
        const std::lock_guard lock(m_mutex);
        m_outbox = nullptr;
    }

private:
    const int m_socket;
    const Limits &m_limits;
    Service &m_service;
    ConnectionCounter &m_counter;
    std::mutex m_mutex;
    std::shared_ptr<Outbox> m_outbox; ///< of the listener while it runs
    bool m_finishEarly = false;
    bool m_taken = false; ///< the socket is the listener's
};

} // namespace

struct Server::Private
{
    explicit Private(const Limits &given)
        : limits(given)
        , counter(given.connections, given.connectionsPerAddress)
    {
    }

    Limits limits;
    ConnectionCounter counter;
    quint16 port = 0;
    std::vector<std::unique_ptr<ListenerThread>> threads;
};

Result<std::unique_ptr<Server>> Server::listen(const Options &options, Service &service)
{
    auto priv = std::make_unique<Private>(options.limits);
    priv->port = options.port;
    std::vector<int> sockets;
    if (options.threads <= 1) {
        sockets.push_back(TRY(openListenSocket(options.address, options.port, PortUse::Alone)));
        priv->port = portOf(sockets.front());
    } else {
        // With SO_REUSEPORT a second server would start silently on the same port: a plain bind finds the first.
        const int probe = TRY(openListenSocket(options.address, options.port, PortUse::Alone));
        priv->port = portOf(probe);
        ::close(probe);
        for (int i = 0; i < options.threads; ++i) {
            Result<int> socket = openListenSocket(options.address, priv->port, PortUse::Shared);
            if (!socket) {
                for (const int open : sockets)
                    ::close(open);
                return failure(std::move(socket).error());
            }
            sockets.push_back(*socket);
        }
    }
    for (const int socket : sockets)
        priv->threads.push_back(std::make_unique<ListenerThread>(socket, priv->limits, service, priv->counter));
    return std::unique_ptr<Server>(new Server(std::move(priv)));
}

Server::Server(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

Server::~Server()
{
    stop(0ms);
}

quint16 Server::port() const
{
    return d->port;
}

void Server::serve()
{
    for (const auto &thread : d->threads)
        thread->start();
}

void Server::stop(std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    for (const auto &thread : d->threads)
        thread->finish();
    for (const auto &thread : d->threads) {
        if (!thread->wait(deadline)) {
            thread->quit();
            thread->wait();
        }
    }
    d->threads.clear();
}

} // namespace tenantry::http
