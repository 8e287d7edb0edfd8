// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/listener.h"

#include <unistd.h>

using namespace std::chrono_literals;

namespace tenantry::http {

Listener::Listener(const Limits &limits, Service &service, ConnectionCounter &counter)
    : m_limits(limits)
    , m_service(service)
    , m_counter(counter)
    , m_outbox(std::make_shared<Outbox>([this] { deliverAnswers(); }))
{
    connect(&m_clock, &QTimer::timeout, this, &Listener::checkDeadlines);
    m_clock.start(1s);
    // Without descriptors left QTcpServer stops accepting for good; by the next try some may be free again.
    connect(this, &QTcpServer::acceptError, this,
            [this] { QTimer::singleShot(100ms, this, &QTcpServer::resumeAccepting); });
}

Listener::~Listener()
{
    m_outbox->close();
    for (const auto &[id, connection] : m_connections) {
        connection->disconnect(this);
        m_counter.release(connection->peer());
        delete connection;
    }
}

void Listener::incomingConnection(qintptr descriptor)
{
    auto connection = std::make_unique<Connection>(++m_lastId, m_limits, m_service, m_outbox);
    if (!connection->open(descriptor)) {
        ::close(int(descriptor));
        return;
    }
    if (!m_counter.admit(connection->peer()))
        return;
    connect(connection.get(), &Connection::closed, this, &Listener::forget);
    m_connections.emplace(m_lastId, connection.release());
}

void Listener::deliverAnswers()
{
    for (Outbox::Item &item : m_outbox->takeAll()) {
        const auto found = m_connections.find(item.connection);
        if (found != m_connections.end())
            found->second->answer(item.request, std::move(item.response));
    }
    const Outbox::Wish wish = m_outbox->wish();
    if (wish != Outbox::Wish::Serve && !m_finishing)
        finish();
    if (wish == Outbox::Wish::Abandon)
        emit finished();
}

void Listener::checkDeadlines()
{
    const Connection::Time now = std::chrono::steady_clock::now();
    std::vector<Connection *> all;
    all.reserve(m_connections.size());
    for (const auto &[id, connection] : m_connections)
        all.push_back(connection);
    for (Connection *connection : all)
        connection->checkDeadline(now);
}

void Listener::forget(quint64 id)
{
    const auto found = m_connections.find(id);
    if (found == m_connections.end())
        return;
    Connection *connection = found->second;
    m_connections.erase(found);
    m_counter.release(connection->peer());
    connection->deleteLater();
    if (m_finishing && m_connections.empty())
        emit finished();
}

void Listener::finish()
{
    close();
    m_finishing = true;
    std::vector<Connection *> all;
    for (const auto &[id, connection] : m_connections)
        all.push_back(connection);
    for (Connection *connection : all)
        connection->finish();
    if (m_connections.empty())
        emit finished();
}

} // namespace tenantry::http
