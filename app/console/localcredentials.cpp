// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/localcredentials.h"

#include "core/base/ids.h"
#include "core/base/privatefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace tenantry::console {

namespace {

constexpr int passwordBytes = 24;

} // namespace

Result<LocalCredentials> LocalCredentials::in(const QString &directory)
{
    const QString path = QDir(directory).filePath(localPasswordFile);
    const QString email = u"admin@localhost.localdomain"_s;
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        return LocalCredentials{email, QString::fromUtf8(file.readAll().trimmed())};
    if (file.exists())
        return failure(ErrorCode::Forbidden,
                       QCoreApplication::translate("LocalCredentials", "The file %1 in the folder cannot be read. Is "
                                                                       "the folder somebody else's?")
                           .arg(localPasswordFile));
    const QByteArray password = randomToken(passwordBytes);
    TRY(writePrivateFile(path, password + '\n'));
    return LocalCredentials{email, QString::fromLatin1(password)};
}

} // namespace tenantry::console
