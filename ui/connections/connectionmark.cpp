// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connectionmark.h"

#include "ui/connections/connection.h"

#include <QPalette>

namespace tenantry::ui {

namespace {

QString retryWord(const Connection &connection)
{
    if (connection.isTrying())
        return Connection::tr("trying again\u2026");
    return Connection::tr("retrying in %n s", nullptr, int(connection.untilRetry().count()));
}

QString retrySentence(const Connection &connection)
{
    if (connection.isTrying())
        return Connection::tr("%1 Trying again\u2026").arg(connection.problem());
    return Connection::tr("%1 Trying again in %n second(s).", nullptr, int(connection.untilRetry().count()))
        .arg(connection.problem());
}

} // namespace

ConnectionMark ConnectionMark::of(const Connection &connection, const QPalette &palette)
{
    const bool dark = palette.color(QPalette::Base).lightness() < 128;
    const auto coloured = [dark](int hue) { return QColor::fromHsl(hue, 150, dark ? 175 : 90); };
    switch (connection.state()) {
    case Connection::State::Connected:
        return {Connection::tr("connected"), Connection::tr("Connected."), Icon::Connect,
                palette.color(QPalette::PlaceholderText)};
    case Connection::State::Retrying:
        return {retryWord(connection), retrySentence(connection), Icon::Refresh, coloured(36)};
    case Connection::State::Offline:
        return {Connection::tr("offline"),
                Connection::tr("%1 The console no longer tries by itself.").arg(connection.problem()), Icon::Disconnect,
                coloured(8)};
    }
    Q_UNREACHABLE();
}

} // namespace tenantry::ui
