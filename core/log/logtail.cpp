// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/logtail.h"

#include <algorithm>

namespace tenantry {

void LogTail::append(const QByteArray &line)
{
    const QByteArray kept = line.trimmed().left(mostLineBytes);
    const std::lock_guard lock(m_mutex);
    if (m_lines.size() == mostLines)
        m_lines.pop_front();
    m_lines.push_back(kept);
    ++m_next;
    for (const auto &[id, told] : m_watchers)
        told();
}

LogTail::Excerpt LogTail::since(std::uint64_t from) const
{
    const std::lock_guard lock(m_mutex);
    const std::uint64_t first = m_next - m_lines.size();
    const auto begin = m_lines.begin() + std::ptrdiff_t(std::clamp(from, first, m_next) - first);
    return {{begin, m_lines.end()}, m_next};
}

int LogTail::watch(Watcher told)
{
    const std::lock_guard lock(m_mutex);
    m_watchers.emplace(++m_lastWatcher, std::move(told));
    return m_lastWatcher;
}

void LogTail::unwatch(int watcher)
{
    const std::lock_guard lock(m_mutex);
    m_watchers.erase(watcher);
}

} // namespace tenantry
