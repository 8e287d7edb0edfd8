// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/server.h"

#include "server/http/listener.h"
#include "server/http/listensocket.h"

#include <QDeadlineTimer>
#include <QEventLoop>

#include <unistd.h>

#include <condition_variable>
#include <thread>

using namespace std::chrono_literals;

namespace tenantry::http {

namespace {

/// A thread with an event loop and one listener in it. Not a QThread, whose end ThreadSanitizer does not see.
class ListenerThread
{
public:
    ListenerThread(int socket, const Listener::Shared &shared)
        : m_socket(socket)
        , m_shared(shared)
    {
    }

    ~ListenerThread()
    {
        if (!m_taken)
            ::close(m_socket);
    }

    void start()
    {
        m_thread = std::thread([this] { run(); });
    }

    /// Asks the listener to finish; the thread ends when it has.
    void finish()
    {
        const std::lock_guard lock(m_mutex);
        m_finishing = true;
        if (m_outbox)
            m_outbox->finish();
    }

    /// Waits for the end until `deadline`, then ends the thread with what is still open.
    void end(QDeadlineTimer deadline)
    {
        if (!m_thread.joinable())
            return;
        std::unique_lock lock(m_mutex);
        const auto remaining = std::chrono::milliseconds(deadline.remainingTime());
        if (!m_ended.wait_for(lock, remaining, [this] { return m_hasEnded; }) && m_outbox)
            m_outbox->abandon();
        lock.unlock();
        m_thread.join();
    }

private:
    void run()
    {
        serve();
        const std::lock_guard lock(m_mutex);
        m_hasEnded = true;
        m_ended.notify_all();
    }

    void serve()
    {
        QEventLoop loop;
        m_taken = true;
        Listener listener(m_socket, m_shared);
        QObject::connect(&listener, &Listener::finished, &loop, &QEventLoop::quit, Qt::QueuedConnection);
        {
            const std::lock_guard lock(m_mutex);
            if (m_finishing)
                return;
            m_outbox = listener.outbox();
        }
        loop.exec();
        const std::lock_guard lock(m_mutex);
        m_outbox = nullptr;
    }

    const int m_socket;
    const Listener::Shared m_shared;
    bool m_taken = false; ///< the socket is the listener's

    std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_ended;
    std::shared_ptr<Outbox> m_outbox; ///< of the listener while it runs
    bool m_finishing = false;
    bool m_hasEnded = false;

    std::thread m_thread;
};

} // namespace

struct Server::Private
{
    Private(const Options &options, std::shared_ptr<const TlsContext> context)
        : limits(options.limits)
        , tlsFiles(options.tls)
        , counter(limits.connections, limits.connectionsPerAddress)
        , bodies(limits.bodies)
        , tls(std::move(context))
    {
    }

    Result<void> open(const Address &address, int count, Service &service);

    const Limits limits;
    const TlsFiles tlsFiles;
    ConnectionCounter counter;
    BodyStore bodies;
    TlsKeeper tls;
    const TlsKeeper noTls{nullptr};
    std::vector<quint16> ports;
    std::vector<std::unique_ptr<ListenerThread>> threads;
};

Result<void> Server::Private::open(const Address &address, int count, Service &service)
{
    const Listener::Shared shared{limits, service, counter, bodies, address.scheme == Scheme::Https ? tls : noTls};
    const int first = TRY(openListenSocket(address.host, address.port, PortUse::Alone));
    const quint16 port = portOf(first);
    ports.push_back(port);
    if (count <= 1) {
        threads.push_back(std::make_unique<ListenerThread>(first, shared));
        return {};
    }
    // With SO_REUSEPORT a second server would start silently on the same port: a plain bind finds the first.
    ::close(first);
    for (int i = 0; i < count; ++i) {
        const int socket = TRY(openListenSocket(address.host, port, PortUse::Shared));
        threads.push_back(std::make_unique<ListenerThread>(socket, shared));
    }
    return {};
}

Result<std::unique_ptr<Server>> Server::listen(const Options &options, Service &service)
{
    const bool needsTls = std::any_of(options.addresses.begin(), options.addresses.end(),
                                      [](const Address &address) { return address.scheme == Scheme::Https; });
    std::shared_ptr<const TlsContext> tls;
    if (needsTls)
        tls = TRY(TlsContext::load(options.tls));
    auto priv = std::make_unique<Private>(options, std::move(tls));
    for (const Address &address : options.addresses)
        TRY(priv->open(address, options.threads, service));
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

quint16 Server::port(std::size_t address) const
{
    return d->ports.at(address);
}

void Server::serve()
{
    for (const auto &thread : d->threads)
        thread->start();
}

Result<void> Server::reloadTls()
{
    if (d->tls.current())
        d->tls.replace(TRY(TlsContext::load(d->tlsFiles)));
    return {};
}

void Server::stop(std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    for (const auto &thread : d->threads)
        thread->finish();
    for (const auto &thread : d->threads)
        thread->end(deadline);
    d->threads.clear();
}

} // namespace tenantry::http
