// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <deque>
#include <mutex>
#include <unordered_map>

namespace tenantry::identity {

/// Holds up guessing: five failed tries for one account from one address within 300 seconds lock that pair for 300
/// seconds (authentication.md section 9), whether or not the account exists. Kept in memory, bounded. Thread-safe.
class Lockout
{
public:
    enum class Mode { Enforced, Off };

    Lockout(Mode mode, const Clock &clock);

    /// Names the pair. The account is whatever was typed, so that nothing can be learnt from being locked.
    static QString pair(const QString &realm, const QString &login, const QByteArray &address);

    /// RateLimited, with `retry_after` seconds as data, while the pair is locked.
    Result<void> check(const QString &pair) const;
    void failed(const QString &pair);
    void succeeded(const QString &pair);

private:
    struct Record
    {
        std::deque<Micros> failures; ///< within the window
        Micros lockedUntil = 0;
    };
    void forgetOld(Micros now);

    const Mode m_mode;
    const Clock &m_clock;
    mutable std::mutex m_mutex;
    std::unordered_map<QString, Record> m_records;
};

} // namespace tenantry::identity
