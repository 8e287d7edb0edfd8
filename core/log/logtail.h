// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <vector>

namespace tenantry {

/// The last lines of a log, in memory, for somebody who looks on while the program runs; older ones make room. Usable
/// from any thread.
class LogTail
{
public:
    static constexpr std::size_t mostLines = 2000;
    static constexpr qsizetype mostLineBytes = 2000; ///< the rest of a longer line is left out

    struct Excerpt
    {
        std::vector<QByteArray> lines; ///< without their line feed
        std::uint64_t next = 0;        ///< where to go on reading
    };

    void append(const QByteArray &line);
    /// What has come since `from`, an earlier excerpt's `next`, as far as it is still there.
    Excerpt since(std::uint64_t from) const;

    using Watcher = std::function<void()>;
    /// `told` runs after each line, on the thread that wrote it: it must neither wait nor log. Gives what unwatch()
    /// takes.
    int watch(Watcher told);
    /// `told` is not running any more when this returns.
    void unwatch(int watcher);

private:
    mutable std::mutex m_mutex;
    std::deque<QByteArray> m_lines;
    std::uint64_t m_next = 0; ///< how many lines there were ever
    std::map<int, Watcher> m_watchers;
    int m_lastWatcher = 0;
};

} // namespace tenantry
