// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/severity.h"

namespace tenantry::ui {

QString severityWord(Message::Severity severity)
{
    switch (severity) {
    case Message::Severity::Info:
        return MessageLog::tr("Note");
    case Message::Severity::Warning:
        return MessageLog::tr("Warning");
    case Message::Severity::Error:
        return MessageLog::tr("Error");
    }
    Q_UNREACHABLE();
}

Icon severityIcon(Message::Severity severity)
{
    switch (severity) {
    case Message::Severity::Info:
        return Icon::Info;
    case Message::Severity::Warning:
        return Icon::Alert;
    case Message::Severity::Error:
        return Icon::Failed;
    }
    Q_UNREACHABLE();
}

} // namespace tenantry::ui
