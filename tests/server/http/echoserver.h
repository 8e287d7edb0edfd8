// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/server.h"
#include "tests/server/http/rawclient.h"

#include <QBuffer>

#include <atomic>
#include <mutex>

namespace tenantry::test {

/// A device of a known text that does not tell its length, as a cursor's rows would come.
class SequentialText : public QIODevice
{
public:
    explicit SequentialText(QByteArray text)
        : m_text(std::move(text))
    {
        open(QIODevice::ReadOnly);
    }

    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_at == m_text.size() && QIODevice::atEnd(); }

protected:
    qint64 readData(char *into, qint64 room) override
    {
        const qint64 count = std::min<qint64>(room, m_text.size() - m_at);
        std::memcpy(into, m_text.constData() + m_at, std::size_t(count));
        m_at += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const QByteArray m_text;
    qsizetype m_at = 0;
};

/// Answers the path and the body it was sent. /held... waits for release(), /bytes/N answers N bytes, /device/N the
/// same from a buffer, /stream/N the same from a sequential device, /short answers from a device that ends too early.
class EchoService : public http::Service
{
public:
    std::atomic<qint64> limit = 1000; ///< tests change it while the server runs

    qint64 bodyLimit(const http::Request &) const override { return limit; }

    void handle(http::Request request, http::Reply reply) override
    {
        const std::lock_guard lock(m_mutex);
        m_handled.append(request.path);
        m_lastWasInFile = request.bodyFile != nullptr;
        http::Response response = answerTo(request);
        if (!request.path.startsWith("/held"))
            return reply.send(std::move(response));
        m_held.emplace_back(reply, std::move(response));
        m_mostHeld = std::max(m_mostHeld, m_held.size());
    }

    http::Response refusal(const http::Refusal &refusal) const override
    {
        http::Response response;
        response.status = refusal.status;
        response.body = refusal.error.message.toUtf8();
        return response;
    }

    /// Answers what is held, the latest first.
    void release()
    {
        const std::lock_guard lock(m_mutex);
        for (; !m_held.empty(); m_held.pop_back())
            m_held.back().first.send(std::move(m_held.back().second));
    }

    QByteArrayList handled() const
    {
        const std::lock_guard lock(m_mutex);
        return m_handled;
    }
    std::size_t heldNow() const
    {
        const std::lock_guard lock(m_mutex);
        return m_held.size();
    }
    std::size_t mostHeld() const
    {
        const std::lock_guard lock(m_mutex);
        return m_mostHeld;
    }
    bool lastWasInFile() const
    {
        const std::lock_guard lock(m_mutex);
        return m_lastWasInFile;
    }

private:
    /// Announces more than it has.
    class ShortBuffer : public QBuffer
    {
    public:
        qint64 size() const override { return QBuffer::size() + 1'000'000; }
    };

    static http::Response answerTo(const http::Request &request)
    {
        const QByteArray bytes(request.path.mid(request.path.lastIndexOf('/') + 1).toLongLong(), 'x');
        http::Response response;
        if (request.path.startsWith("/bytes/")) {
            response.body = bytes;
        } else if (request.path.startsWith("/stream/")) {
            response.device = std::make_shared<SequentialText>(bytes);
        } else if (request.path.startsWith("/device/") || request.path == "/short") {
            const bool isShort = request.path == "/short";
            const std::shared_ptr<QBuffer> buffer =
                isShort ? std::make_shared<ShortBuffer>() : std::make_shared<QBuffer>();
            buffer->setData(isShort ? QByteArray(5000, 'x') : bytes);
            buffer->open(QIODevice::ReadOnly);
            response.device = buffer;
        } else {
            response.body = request.path + ' ' + request.body;
        }
        return response;
    }

    mutable std::mutex m_mutex;
    QByteArrayList m_handled;
    std::vector<std::pair<http::Reply, http::Response>> m_held;
    std::size_t m_mostHeld = 0;
    bool m_lastWasInFile = false;
};

/// A server with an EchoService on a free port.
struct EchoServer
{
    explicit EchoServer(const http::Limits &limits = {})
        : EchoServer([&] {
            http::Server::Options options;
            options.limits = limits;
            return options;
        }())
    {
    }

    explicit EchoServer(const http::Server::Options &options)
    {
        auto listening = http::Server::listen(options, service);
        if (!listening)
            qFatal("%s", qPrintable(listening.error().message));
        server = std::move(*listening);
        server->serve();
    }

    HttpClient client() const { return HttpClient(server->port()); }

    EchoService service;
    std::unique_ptr<http::Server> server;
};

inline QByteArray get(const QByteArray &path, const QByteArray &more = {})
{
    return "GET " + path + " HTTP/1.1\r\nHost: h\r\n" + more + "\r\n";
}

inline const QByteArray lastOne = "Connection: close\r\n";

} // namespace tenantry::test
