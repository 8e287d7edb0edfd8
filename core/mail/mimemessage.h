// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/address.h"
#include "core/mail/queue.h"

namespace tenantry::mail {

/// A mail as it goes over the wire.
struct Envelope
{
    QByteArray from;
    QByteArray to;
    QByteArray content; ///< headers and body (RFC 5322), lines ending in CRLF
    QString name;       ///< of this mail among all of the deployment; fit for a file
};

/// Makes the headers and encodes the body. `realm`: the site's UUID, or "platform". The same mail has the same
/// Message-ID whenever it is made. Texts are encoded (RFC 2047), so that none can begin a header of its own. Fails when
/// the recipient's address is none.
Result<Envelope> compose(const Sender &sender, const Waiting &waiting, const QString &realm);

/// A header's text, encoded and folded where it must be; `used`: how long the line is before it.
QByteArray encodedHeader(const QString &text, qsizetype used);
/// Quoted-printable (RFC 2045 section 6.7) with lines ending in CRLF.
QByteArray quotedPrintable(const QByteArray &text);

} // namespace tenantry::mail
