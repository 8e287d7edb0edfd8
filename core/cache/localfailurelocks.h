// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/failurelocks.h"

#include <deque>
#include <mutex>
#include <unordered_map>

namespace tenantry::cache {

/// Locks in this process alone. Bounded.
class LocalFailureLocks : public FailureLocks
{
public:
    /// `clock` outlives the locks.
    explicit LocalFailureLocks(const Clock &clock);

    Micros lockedFor(const QByteArray &key) override;
    void failed(const QByteArray &key) override;
    void succeeded(const QByteArray &key) override;

private:
    struct Record
    {
        std::deque<Micros> failures; ///< within the window
        Micros lockedUntil = 0;
    };
    void forgetOld(Micros now);

    const Clock &m_clock;
    std::mutex m_mutex;
    std::unordered_map<QByteArray, Record> m_records;
};

} // namespace tenantry::cache
