// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tenantry::mail {

/// A mail to one person, as whoever has something to say writes it. Plain text; headers are made when it is sent.
struct Message
{
    QString to; ///< an e-mail address that isMailable() (address.h)
    QString subject;
    QString body; ///< lines end in '\n'
    /// What it is for, in lower case with underscores ("verify_email"): for the log, and to mail nobody too often.
    QString kind;
};

} // namespace tenantry::mail
