// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/cache/failurelocks.h"

#include <QString>

namespace tenantry::identity {

/// Holds up guessing: five failed tries for one account from one address within 300 seconds lock that pair for 300
/// seconds, whether or not the account exists. Thread-safe.
class Lockout
{
public:
    enum class Mode { Enforced, Off };

    /// `locks` outlives the lockout.
    Lockout(Mode mode, cache::FailureLocks &locks);

    /// Names the pair. The account is whatever was typed, so that nothing can be learnt from being locked.
    static QString pair(const QString &realm, const QString &login, const QByteArray &address);

    /// RateLimited, with `retry_after` seconds as data, while the pair is locked.
    Result<void> check(const QString &pair) const;
    /// Whether the pair is locked by it.
    bool failed(const QString &pair);
    void succeeded(const QString &pair);

private:
    const Mode m_mode;
    cache::FailureLocks &m_locks;
};

} // namespace tenantry::identity
