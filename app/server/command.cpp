// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/command.h"

#include <cstdio>

int failed(const QString &message)
{
    std::fprintf(stderr, "tenantry-server: %s\n", qPrintable(message));
    return 1;
}
