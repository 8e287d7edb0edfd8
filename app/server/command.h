// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>
#include <QStringList>

/// A command of tenantry-server: `tenantry-server NAME ...`. Each is a file of this folder and a line in main.cpp.
struct Command
{
    const char *name;
    const char *summary;
    /// Runs it with the arguments, the first of which is the program's name and the command's; answers the exit status.
    int (*run)(const QStringList &arguments);
};

/// Prints a line to standard output.
void print(const QString &line);

/// What an operator is told of an error: all of it, the remedy last.
QString explanation(const tenantry::Error &error);

/// Ends a command: prints the message to standard error and answers exit status 1.
int failed(const QString &message);
