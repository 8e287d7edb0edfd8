// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <iterator>
#include <random>

namespace tenantry::demo {

/// Chooses the same things on every machine: the standard fixes the numbers of its engine, not those of its
/// distributions, so none of those are used.
class Chooser
{
public:
    explicit Chooser(std::uint32_t seed)
        : m_engine(seed)
    {
    }

    /// From `least` to `most`, both included.
    std::int64_t number(std::int64_t least, std::int64_t most)
    {
        return least + std::int64_t(m_engine() % std::uint64_t(most - least + 1));
    }
    /// Once in so many times.
    bool oneIn(int times) { return number(1, times) == 1; }

    template<class Container>
    const auto &of(const Container &container)
    {
        return container[std::size_t(number(0, std::int64_t(std::size(container)) - 1))];
    }

private:
    std::mt19937 m_engine;
};

} // namespace tenantry::demo
