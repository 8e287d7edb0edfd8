// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace tenantry::ui {

class Settings;

/// The size of all texts of the program, in steps from what the system says; kept in the settings.
class Zoom
{
public:
    /// Applies what was kept. `settings` must outlive it.
    explicit Zoom(Settings &settings);

    void in() { set(m_percent + step); }
    void out() { set(m_percent - step); }
    void reset() { set(100); }
    int percent() const { return m_percent; }
    /// Beyond `smallest` and `largest` it goes no further.
    void set(int percent);

    static constexpr int smallest = 70;
    static constexpr int largest = 250;
    static constexpr int step = 10;

private:
    Settings &m_settings;
    QFont m_systemFont;
    int m_percent = 100;
};

} // namespace tenantry::ui
