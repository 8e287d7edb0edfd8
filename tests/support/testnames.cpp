// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testnames.h"

#include <QFile>

namespace tenantry::test {

QString sourceDirectory()
{
    return qEnvironmentVariable("TENANTRY_SOURCE");
}

QString programDirectory()
{
    return qEnvironmentVariable("TENANTRY_BIN");
}

QString postgresUrl()
{
    const QString given = qEnvironmentVariable("TENANTRY_TEST_POSTGRES");
    if (!given.isEmpty())
        return given;
    QFile file(qEnvironmentVariable("TENANTRY_TEST_POSTGRES_FILE"));
    return file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

} // namespace tenantry::test
