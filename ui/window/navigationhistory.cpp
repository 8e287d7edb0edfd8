// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/navigationhistory.h"

namespace tenantry::ui {

namespace {

constexpr size_t mostPlaces = 100;

} // namespace

void NavigationHistory::visit(const NodePath &path)
{
    if (m_now >= 0 && m_places[size_t(m_now)].isAt(path))
        return;
    m_places.resize(size_t(m_now + 1));
    if (m_places.size() == mostPlaces)
        m_places.erase(m_places.begin());
    m_places.push_back(path);
    m_now = int(m_places.size()) - 1;
}

const NodePath &NavigationHistory::back()
{
    Q_ASSERT(canGoBack());
    return m_places[size_t(--m_now)];
}

const NodePath &NavigationHistory::forward()
{
    Q_ASSERT(canGoForward());
    return m_places[size_t(++m_now)];
}

void NavigationHistory::forget(const NodePath &path)
{
    for (int i = int(m_places.size()) - 1; i >= 0; --i) {
        // Nor is there any use in going from a place to itself, when what lay between is gone.
        const bool again = i + 1 < int(m_places.size()) && m_places[size_t(i)].isAt(m_places[size_t(i) + 1]);
        if (!again && !m_places[size_t(i)].isWithin(path))
            continue;
        m_places.erase(m_places.begin() + i);
        if (m_now >= i && m_now > 0)
            --m_now;
    }
    if (m_places.empty())
        m_now = -1;
}

} // namespace tenantry::ui
