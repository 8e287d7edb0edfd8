// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace tenantry::mail {

/// The address as SMTP and headers have it, the domain in ASCII (RFC 5890); empty when no mail can be sent there. What
/// would end a header or an SMTP command is refused, and so is a name before the @ that is not ASCII.
QByteArray mailboxOf(const QString &address);
bool isMailable(const QString &address);

/// Who mails come from.
struct Sender
{
    QString name; ///< may be empty
    QByteArray mailbox;

    /// "ada@example.org" or "Ada Lovelace <ada@example.org>".
    static Result<Sender> parse(const QString &text);
};

} // namespace tenantry::mail
