// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routing/percent.h"

namespace tenantry::server {

namespace {

/// Databases take U+0000 for the end of a text or refuse it, so that what follows would be seen here alone.
QString withoutNulls(QString text)
{
    return text.replace(QChar(QChar::Null), QChar(QChar::ReplacementCharacter));
}

} // namespace

QString percentDecoded(QByteArrayView encoded, Plus plus)
{
    if (!encoded.contains('%') && (plus == Plus::Literal || !encoded.contains('+')))
        return withoutNulls(QString::fromUtf8(encoded));
    QByteArray text = encoded.toByteArray();
    if (plus == Plus::Space)
        text.replace('+', ' ');
    return withoutNulls(QString::fromUtf8(QByteArray::fromPercentEncoding(text)));
}

} // namespace tenantry::server
