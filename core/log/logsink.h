// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <thread>

namespace tenantry {

/// Bytes on their way to a file descriptor, written by a thread of its own: whoever pushes never waits for the reader.
/// What does not fit the bounded buffer is dropped, and the reader is told how many lines once it reads again.
class LogSink
{
public:
    /// `note` makes the line that says how many were dropped. The descriptor stays the caller's.
    LogSink(int fileDescriptor, std::size_t capacity, std::function<QByteArray(std::uint64_t)> note);
    /// Waits for what is buffered, two seconds at most where nobody reads.
    ~LogSink();

    void push(const QByteArray &line);

private:
    void run(const std::stop_token &stop);
    void send(QByteArray bytes, const std::stop_token &stop) const;

    const int m_descriptor;
    const std::size_t m_capacity;
    const std::function<QByteArray(std::uint64_t)> m_note;

    std::mutex m_mutex;
    std::condition_variable_any m_filled;
    QByteArray m_waiting;
    std::uint64_t m_dropped = 0;

    std::jthread m_writer; ///< last, so that it ends before what it uses
};

} // namespace tenantry
