// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/mail/mimemessage.h"

#include <atomic>
#include <memory>

namespace tenantry {
struct Config;
}

namespace tenantry::mail {

/// Takes mails out of the house. Used by one thread.
class Carrier
{
public:
    virtual ~Carrier() = default;

    /// Blocks until somebody else has the mail, for a minute at most. The error says what the operator can do, or what
    /// the server that was asked said; ErrorCode::Unavailable when there is no talking to it at all.
    virtual Result<void> carry(const Envelope &mail) = 0;

    /// Where mails go, in a sentence for the log.
    virtual QString destination() const = 0;
};

/// By SMTP where there is a server, else into the folder `outbox` of the data folder. Soon after `stopping` is set
/// what is being sent fails. NotConfigured when the settings are no good.
Result<std::unique_ptr<Carrier>> makeCarrier(const Config &config, const std::atomic<bool> &stopping);

} // namespace tenantry::mail
