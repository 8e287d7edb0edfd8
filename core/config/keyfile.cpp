// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/keyfile.h"

#include "core/base/ids.h"

#include <QFile>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace tenantry::keyfile {

namespace {

/// Written whole under another name first, then linked: a key that exists is complete and is never replaced.
Result<void> make(const QString &path)
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

} // namespace

QByteArray newKey()
{
    return randomToken(48);
}

Result<QByteArrayList> linesIn(const QString &path)
{
    if (!QFile::exists(path))
        TRY(make(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(unusable(path, file.errorString()));
    return file.readAll().trimmed().split('\n');
}

Error unusable(const QString &path, const QString &why)
{
    return Error::make(ErrorCode::Internal, u"The secret key %1 cannot be used: %2."_s.arg(path, why),
                       u"Restore the file from a backup: without the key, tokens and secrets made with it are lost."_s);
}

} // namespace tenantry::keyfile
