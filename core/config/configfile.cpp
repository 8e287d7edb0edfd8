// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/configfile.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

QString withoutQuotes(const QString &value)
{
    const bool quoted = value.size() >= 2 && value.startsWith(u'"') && value.endsWith(u'"');
    return quoted ? value.mid(1, value.size() - 2) : value;
}

} // namespace

Result<ConfigFile> readConfigFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::NotFound,
                       u"The configuration file %1 cannot be read: %2."_s.arg(path, file.errorString()));
    ConfigFile result;
    result.name = QFileInfo(path).fileName();
    int number = 0;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        ++number;
        const QString trimmed = line.trimmed();
        if (trimmed.isEmpty() || trimmed.startsWith(u'#'))
            continue;
        const qsizetype equals = trimmed.indexOf(u'=');
        if (equals <= 0)
            return failure(Error::field(u"%1 line %2"_s.arg(result.name).arg(number), u"must be NAME=VALUE"_s));
        result.entries.push_back(
            {trimmed.left(equals).trimmed(), withoutQuotes(trimmed.mid(equals + 1).trimmed()), number});
    }
    return result;
}

} // namespace tenantry
