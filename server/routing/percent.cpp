// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routing/percent.h"

namespace tenantry::server {

QString percentDecoded(QByteArrayView encoded, Plus plus)
{
    if (!encoded.contains('%') && (plus == Plus::Literal || !encoded.contains('+')))
        return QString::fromUtf8(encoded);
    QByteArray text = encoded.toByteArray();
    if (plus == Plus::Space)
        text.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text));
}

} // namespace tenantry::server
