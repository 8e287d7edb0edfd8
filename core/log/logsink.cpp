// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/logsink.h"

#include <poll.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <climits>

namespace tenantry {

namespace {

using namespace std::chrono_literals;
constexpr auto farewell = 2s;
constexpr int pollMilliseconds = 50;
/// How long a line may wait for others that are written with it.
constexpr auto gathering = 5ms;

/// A reader that has gone away must not end the process.
void ignoreBrokenPipes()
{
    sigset_t blocked;
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &blocked, nullptr);
}

/// How much a write may hold without blocking once poll says that there is room; files never block.
std::size_t pieceFor(int descriptor)
{
    struct stat status = {};
    const bool isFile = fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
    return isFile ? SSIZE_MAX : PIPE_BUF;
}

} // namespace

LogSink::LogSink(int fileDescriptor, std::size_t capacity, std::function<QByteArray(std::uint64_t)> note)
    : m_descriptor(fileDescriptor)
    , m_capacity(capacity)
    , m_note(std::move(note))
    , m_writer([this](const std::stop_token &stop) { run(stop); })
{
}

LogSink::~LogSink() = default;

void LogSink::push(const QByteArray &line)
{
    {
        const std::lock_guard lock(m_mutex);
        if (static_cast<std::size_t>(m_waiting.size() + line.size()) > m_capacity) {
            ++m_dropped;
            return;
        }
        const bool first = m_waiting.isEmpty();
        m_waiting += line;
        if (!first)
            return; // the writer knows already
    }
    m_filled.notify_one();
}

void LogSink::run(const std::stop_token &stop)
{
    ignoreBrokenPipes();
    for (;;) {
        std::unique_lock lock(m_mutex);
        m_filled.wait(lock, stop, [this] { return !m_waiting.isEmpty(); });
        if (m_waiting.isEmpty())
            return;
        if (!stop.stop_requested())
            m_filled.wait_for(lock, stop, gathering, [] { return false; });
        QByteArray bytes = std::exchange(m_waiting, {});
        const std::uint64_t dropped = std::exchange(m_dropped, 0);
        lock.unlock();
        if (dropped > 0)
            bytes += m_note(dropped);
        send(std::move(bytes), stop);
    }
}

void LogSink::send(QByteArray bytes, const std::stop_token &stop) const
{
    const std::size_t piece = pieceFor(m_descriptor);
    std::optional<std::chrono::steady_clock::time_point> giveUp;
    for (qsizetype sent = 0; sent < bytes.size();) {
        const auto now = std::chrono::steady_clock::now();
        if (stop.stop_requested() && !giveUp)
            giveUp = now + farewell;
        if (giveUp && now >= *giveUp)
            return;
        pollfd room{m_descriptor, POLLOUT, 0};
        if (poll(&room, 1, pollMilliseconds) <= 0)
            continue;
        const auto rest = static_cast<std::size_t>(bytes.size() - sent);
        const ssize_t written = ::write(m_descriptor, bytes.constData() + sent, std::min(rest, piece));
        if (written < 0 && errno != EINTR && errno != EAGAIN)
            return;
        sent += std::max<ssize_t>(written, 0);
    }
}

} // namespace tenantry
