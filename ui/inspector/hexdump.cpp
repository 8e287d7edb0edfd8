// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/hexdump.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr qsizetype perLine = 16;
constexpr qsizetype textColumn = 10 + perLine * 3 + 1; // place, bytes, and a gap in their middle

bool isPrintable(char byte)
{
    return byte >= ' ' && byte <= '~';
}

QString line(qsizetype place, QByteArrayView bytes)
{
    QString text = u"%1  "_s.arg(place, 8, 16, QChar(u'0'));
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (i == perLine / 2)
            text += u' ';
        text += u"%1 "_s.arg(quint8(bytes[i]), 2, 16, QChar(u'0'));
    }
    text = text.leftJustified(textColumn) + u" |"_s;
    for (const char byte : bytes)
        text += isPrintable(byte) ? QLatin1Char(byte) : QLatin1Char('.');
    return text + u'|';
}

} // namespace

QString hexDump(QByteArrayView bytes)
{
    QStringList lines;
    for (qsizetype place = 0; place < bytes.size(); place += perLine)
        lines << line(place, bytes.sliced(place, std::min(perLine, bytes.size() - place)));
    return lines.join(u'\n');
}

} // namespace tenantry::ui
