// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>

namespace tenantry {

/// A point in time: microseconds since 1970-01-01T00:00:00Z. All times of the platform's own tables are stored so.
using Micros = std::int64_t;

/// Where the time comes from. Passed to whoever needs it, so that tests set it instead of sleeping.
class Clock
{
public:
    Clock(); ///< the system's clock
    explicit Clock(std::function<Micros()> source);

    Micros now() const { return m_source(); }
    std::int64_t seconds() const { return now() / 1'000'000; }

private:
    std::function<Micros()> m_source;
};

} // namespace tenantry
