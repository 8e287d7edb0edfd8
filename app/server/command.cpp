// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/command.h"

#include <cstdio>

using namespace Qt::StringLiterals;

void print(const QString &line)
{
    std::fputs((line + u'\n').toUtf8().constData(), stdout);
}

QString explanation(const tenantry::Error &error)
{
    QStringList parts{error.message};
    if (error.fields.size() > 1) {
        for (const tenantry::FieldError &field : error.fields)
            parts.append(field.path + u": "_s + field.message);
    }
    if (!error.detail.isEmpty())
        parts.append(error.detail);
    return parts.join(u' ');
}

int failed(const QString &message)
{
    std::fprintf(stderr, "tenantry-server: %s\n", qPrintable(message));
    return 1;
}
