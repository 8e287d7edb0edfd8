// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/secretkey.h"

#include "core/base/datetime.h"
#include "core/base/privatefile.h"
#include "core/config/keyfile.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

constexpr std::int64_t microsPerSecond = 1'000'000;

/// "KEY" of the current secret, "KEY UNTIL" of a retired one.
Result<RetiredKey> keyFrom(const QString &path, const QByteArray &line)
{
    const QByteArrayList words = line.split(' ');
    RetiredKey key{words.front(), 0};
    if (key.secret.size() < keyfile::leastLength)
        return failure(keyfile::unusable(path, u"a key is shorter than %1 characters"_s.arg(keyfile::leastLength)));
    if (words.size() > 1) {
        const Result<Micros> until = parseDateTime(words[1].toStdString());
        if (!until)
            return failure(keyfile::unusable(path, u"the time behind a retired key is malformed"_s));
        key.until = *until / microsPerSecond;
    }
    return key;
}

Result<SecretKeys> keysFrom(const QString &path, const QByteArrayList &lines)
{
    SecretKeys keys;
    keys.current = TRY(keyFrom(path, lines.front())).secret;
    for (const QByteArray &line : lines.sliced(1)) {
        RetiredKey key = TRY(keyFrom(path, line));
        keys.retired.push_back(std::move(key));
    }
    return keys;
}

QString fileIn(const QString &dataDirectory)
{
    return QDir(dataDirectory).filePath(u"secret.key"_s);
}

} // namespace

Result<SecretKeys> secretKeysIn(const QString &dataDirectory)
{
    const QString path = fileIn(dataDirectory);
    return keysFrom(path, TRY(keyfile::linesIn(path)));
}

Result<void> rotateSecretKey(const QString &dataDirectory, std::int64_t now, std::int64_t until)
{
    const QString path = fileIn(dataDirectory);
    if (!QFile::exists(path))
        return failure(keyfile::unusable(path, u"there is no such file"_s));
    const SecretKeys keys = TRY(keysFrom(path, TRY(keyfile::linesIn(path))));
    std::vector<RetiredKey> retired{{keys.current, until}};
    std::copy_if(keys.retired.begin(), keys.retired.end(), std::back_inserter(retired),
                 [now](const RetiredKey &key) { return key.until > now; });
    QByteArray text = keyfile::newKey() + '\n';
    for (const RetiredKey &key : retired)
        text += key.secret + ' ' + QByteArray::fromStdString(formatDateTime(key.until * microsPerSecond)) + '\n';
    return writePrivateFile(path, text);
}

} // namespace tenantry
