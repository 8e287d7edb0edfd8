// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/log.h"

#include <QByteArray>

#include <span>

namespace tenantry {

/// What a line of the log says, before it is text.
struct LogLine
{
    Micros time = 0;
    Logger logger = Logger::App;
    LogLevel level = LogLevel::Info;
    const QString &message;
    const LogContext &context;
    std::span<const LogField> fields;
};

/// The line with its line feed. Nothing in it can begin another line or speak to a terminal.
QByteArray format(const LogLine &line, LogFormat format);

} // namespace tenantry
