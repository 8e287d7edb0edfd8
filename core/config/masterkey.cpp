// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/masterkey.h"

#include "core/base/privatefile.h"
#include "core/config/keyfile.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

QString fileIn(const QString &dataDirectory)
{
    return QDir(dataDirectory).filePath(u"master.key"_s);
}

} // namespace

Result<QByteArrayList> masterKeysIn(const QString &dataDirectory)
{
    const QString path = fileIn(dataDirectory);
    QByteArrayList keys = TRY(keyfile::linesIn(path));
    for (QByteArray &key : keys) {
        key = key.trimmed();
        if (key.size() < keyfile::leastLength)
            return failure(keyfile::unusable(path, u"a key is shorter than %1 characters"_s.arg(keyfile::leastLength)));
    }
    return keys;
}

Result<void> addMasterKey(const QString &dataDirectory)
{
    QByteArrayList keys = TRY(masterKeysIn(dataDirectory));
    keys.prepend(keyfile::newKey());
    return writePrivateFile(fileIn(dataDirectory), keys.join('\n') + '\n');
}

} // namespace tenantry
