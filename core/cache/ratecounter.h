// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QByteArray>

namespace tenantry::cache {

/// So many events in a span of time.
struct RateLimit
{
    int events = 0;
    Micros span = 0;
};

/// What became of an event.
struct RateVerdict
{
    bool admitted = false;
    int limit = 0;
    int remaining = 0;
    Micros reset = 0;      ///< when the span ends, since 1970
    Micros retryAfter = 0; ///< how long until then
};

/// Counts events per key over a window that moves with the clock: the count of the current span plus the share of the
/// span before that the window still covers. Two numbers a key, never wrong by more than the unevenness of the last
/// span. Thread-safe.
class RateCounter
{
public:
    virtual ~RateCounter() = default;

    /// Counts an event of `key`, unless that would exceed the limit. A key always comes with the same span.
    virtual RateVerdict admit(const QByteArray &key, RateLimit limit) = 0;
};

} // namespace tenantry::cache
