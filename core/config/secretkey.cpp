// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/secretkey.h"

#include "core/base/datetime.h"
#include "core/base/ids.h"
#include "core/base/privatefile.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

constexpr qsizetype leastLength = 32;
constexpr std::int64_t microsPerSecond = 1'000'000;

QByteArray newKey()
{
    return randomToken(48);
}

Error unusable(const QString &path, const QString &why)
{
    return Error::make(ErrorCode::Internal, u"The secret key %1 cannot be used: %2."_s.arg(path, why),
                       u"Restore the file from a backup: without the key, tokens and secrets made with it are lost."_s);
}

/// "KEY" of the current secret, "KEY UNTIL" of a retired one.
Result<RetiredKey> keyFrom(const QString &path, const QByteArray &line)
{
    const QByteArrayList words = line.split(' ');
    RetiredKey key{words.front(), 0};
    if (key.secret.size() < leastLength)
        return failure(unusable(path, u"a key is shorter than %1 characters"_s.arg(leastLength)));
    if (words.size() > 1) {
        const Result<Micros> until = parseDateTime(words[1].toStdString());
        if (!until)
            return failure(unusable(path, u"the time behind a retired key is malformed"_s));
        key.until = *until / microsPerSecond;
    }
    return key;
}

Result<SecretKeys> readKeys(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(unusable(path, file.errorString()));
    const QByteArrayList lines = file.readAll().trimmed().split('\n');
    SecretKeys keys;
    keys.current = TRY(keyFrom(path, lines.front())).secret;
    for (const QByteArray &line : lines.sliced(1)) {
        RetiredKey key = TRY(keyFrom(path, line));
        keys.retired.push_back(std::move(key));
    }
    return keys;
}

/// Written whole under another name first, then linked: a key that exists is complete and is never replaced.
Result<void> makeKey(const QString &path)
{
    const QByteArray target = QFile::encodeName(path);
    const QByteArray draft = target + '.' + randomToken(8);
    const QByteArray key = newKey() + '\n';
    const int file = ::open(draft.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return failure(unusable(path, QString::fromLocal8Bit(std::strerror(errno))));
    bool done = ::write(file, key.constData(), static_cast<std::size_t>(key.size())) == key.size();
    done = ::fsync(file) == 0 && done;
    ::close(file);
    done = done && (::link(draft.constData(), target.constData()) == 0 || errno == EEXIST);
    const int error = errno;
    ::unlink(draft.constData());
    if (!done)
        return failure(unusable(path, QString::fromLocal8Bit(std::strerror(error))));
    return {};
}

QString fileIn(const QString &dataDirectory)
{
    return QDir(dataDirectory).filePath(u"secret.key"_s);
}

} // namespace

Result<SecretKeys> secretKeysIn(const QString &dataDirectory)
{
    const QString path = fileIn(dataDirectory);
    if (!QFile::exists(path))
        TRY(makeKey(path));
    return readKeys(path);
}

Result<void> rotateSecretKey(const QString &dataDirectory, std::int64_t now, std::int64_t until)
{
    const QString path = fileIn(dataDirectory);
    const SecretKeys keys = TRY(readKeys(path));
    std::vector<RetiredKey> retired{{keys.current, until}};
    std::copy_if(keys.retired.begin(), keys.retired.end(), std::back_inserter(retired),
                 [now](const RetiredKey &key) { return key.until > now; });
    QByteArray text = newKey() + '\n';
    for (const RetiredKey &key : retired)
        text += key.secret + ' ' + QByteArray::fromStdString(formatDateTime(key.until * microsPerSecond)) + '\n';
    return writePrivateFile(path, text);
}

} // namespace tenantry
