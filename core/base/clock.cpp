// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <chrono>

namespace tenantry {

Clock::Clock()
    : Clock([] {
        using namespace std::chrono;
        return Micros{duration_cast<microseconds>(system_clock::now().time_since_epoch()).count()};
    })
{
}

Clock::Clock(std::function<Micros()> source)
    : m_source(std::move(source))
{
}

} // namespace tenantry
