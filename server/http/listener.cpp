// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/listener.h"

#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::http {

namespace {

/// In one turn of the event loop.
constexpr int acceptedAtOnce = 64;

} // namespace

Listener::Listener(int socket, const Shared &shared)
    : m_socket(socket)
    , m_shared(shared)
    , m_context{shared.limits,
                shared.service,
                shared.bodies,
                m_poller,
                std::make_shared<Outbox>([this] { deliverAnswers(); }),
                m_scratch}
{
    connect(&m_clock, &QTimer::timeout, this, &Listener::checkDeadlines);
    m_clock.start(1s);
    m_poller.watch(m_socket, EPOLLIN, this);
}

Listener::~Listener()
{
    m_context.outbox->close();
    for (const auto &[id, connection] : m_connections)
        m_shared.counter.release(connection->peer());
    stopAccepting();
}

void Listener::stopAccepting()
{
    if (m_socket < 0)
        return;
    m_poller.forget(m_socket);
    ::close(m_socket);
    m_socket = -1;
}

void Listener::ready(quint32)
{
    for (int i = 0; i < acceptedAtOnce && acceptOne(); ++i)
        continue;
}

/// False when nobody else waits, or nobody else can be let in.
bool Listener::acceptOne()
{
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    auto *const peer = reinterpret_cast<sockaddr *>(&address);
    const int descriptor = ::accept4(m_socket, peer, &size, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (descriptor < 0) {
        if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) {
            // The poller would call again at once and for ever; by the next try some descriptors may be free.
            m_poller.change(m_socket, 0, this);
            QTimer::singleShot(100ms, this, [this] {
                if (m_socket >= 0)
                    m_poller.change(m_socket, EPOLLIN, this);
            });
        }
        return errno == EINTR || errno == ECONNABORTED;
    }
    const QHostAddress from(peer);
    if (!m_shared.counter.admit(from)) {
        turnAway(descriptor, from);
        return true;
    }
    const int yes = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    auto connection = std::make_unique<Connection>(++m_lastId, m_context, descriptor, from, m_shared.tls.current());
    connect(connection.get(), &Connection::closed, this, &Listener::forget);
    m_connections.emplace(m_lastId, std::move(connection));
    return true;
}

/// Tells a client that there are too many, if it takes that at once: nobody is waited for who has no place. Nothing can
/// be told over TLS before its handshake.
void Listener::turnAway(int descriptor, const QHostAddress &peer)
{
    if (!m_shared.tls.current()) {
        Request unread;
        unread.remoteAddress = peer.toString().toLatin1();
        const Error crowded = Error::make(ErrorCode::Unavailable, u"Too many connections; try again in a moment."_s);
        const Response answer = m_shared.service.refusal({crowded, describe(crowded.code).status, unread});
        QByteArray bytes;
        writeHead(bytes, answer, framingOf(answer, Version::Http11), AfterAnswer::Close);
        bytes += answer.body;
        ::send(descriptor, bytes.constData(), std::size_t(bytes.size()), MSG_DONTWAIT | MSG_NOSIGNAL);
        ::shutdown(descriptor, SHUT_WR);
        // Closing with bytes unread would take the answer back; a request that is here already is most often short.
        char request[4096];
        [[maybe_unused]] const ssize_t dropped = ::recv(descriptor, request, sizeof request, MSG_DONTWAIT);
    }
    ::close(descriptor);
}

void Listener::deliverAnswers()
{
    m_gone.clear();
    // First, so that the answers that came with the wish say that they are the last.
    const Outbox::Wish wish = m_context.outbox->wish();
    if (wish != Outbox::Wish::Serve && !m_finishing)
        finish();
    for (Outbox::Item &item : m_context.outbox->takeAll()) {
        const auto found = m_connections.find(item.connection);
        if (found != m_connections.end())
            found->second->answer(item.request, std::move(item.response));
    }
    if (wish == Outbox::Wish::Abandon)
        emit finished();
}

std::vector<Connection *> Listener::connections() const
{
    std::vector<Connection *> all;
    all.reserve(m_connections.size());
    for (const auto &[id, connection] : m_connections)
        all.push_back(connection.get());
    return all;
}

void Listener::checkDeadlines()
{
    m_gone.clear();
    const Connection::Time now = std::chrono::steady_clock::now();
    for (Connection *connection : connections())
        connection->checkDeadline(now);
}

void Listener::forget(quint64 id)
{
    const auto found = m_connections.find(id);
    if (found == m_connections.end())
        return;
    m_shared.counter.release(found->second->peer());
    m_gone.push_back(std::move(found->second));
    m_connections.erase(found);
    if (m_finishing && m_connections.empty())
        emit finished();
}

void Listener::finish()
{
    stopAccepting();
    m_finishing = true;
    if (m_connections.empty())
        emit finished();
    for (Connection *connection : connections())
        connection->finish();
}

} // namespace tenantry::http
