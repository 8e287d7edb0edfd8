// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QByteArray>

#include <cstddef>

namespace tenantry::cache {

/// Holds up guessing: five failures of a key within 300 seconds lock it for 300 seconds. Thread-safe.
class FailureLocks
{
public:
    static constexpr std::size_t failuresAllowed = 5;
    static constexpr Micros window = Micros{300} * 1'000'000;
    static constexpr Micros lockTime = Micros{300} * 1'000'000;

    virtual ~FailureLocks() = default;

    /// How much longer `key` is locked; 0 when it is not.
    virtual Micros lockedFor(const QByteArray &key) = 0;
    virtual void failed(const QByteArray &key) = 0;
    /// Forgets the failures of `key`.
    virtual void succeeded(const QByteArray &key) = 0;
};

} // namespace tenantry::cache
