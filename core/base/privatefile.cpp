// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

Error cannotWrite(const QString &path, int error)
{
    return Error::make(ErrorCode::Internal, u"The file %1 cannot be written; check the folder."_s.arg(path))
        .withCause(QString::fromLocal8Bit(std::strerror(error)));
}

bool writeAll(int descriptor, const QByteArray &content)
{
    qsizetype written = 0;
    while (written < content.size()) {
        const ssize_t count = ::write(descriptor, content.constData() + written, size_t(content.size() - written));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return false;
        written += count;
    }
    return ::fsync(descriptor) == 0;
}

void flushFolder(const QString &path)
{
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const int descriptor = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

} // namespace

Result<void> writePrivateFile(const QString &path, const QByteArray &content)
{
    QByteArray temporary = QFile::encodeName(path) + ".XXXXXX";
    const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC); // makes it with mode 0600
    if (descriptor < 0)
        return failure(cannotWrite(path, errno));
    const bool written = writeAll(descriptor, content);
    const int error = errno;
    ::close(descriptor);
    if (!written || std::rename(temporary.constData(), QFile::encodeName(path).constData()) != 0) {
        const int reason = written ? errno : error;
        ::unlink(temporary.constData());
        return failure(cannotWrite(path, reason));
    }
    flushFolder(path);
    return {};
}

bool makePrivateFolder(const QString &path)
{
    const QFileInfo folder(path);
    if (folder.exists())
        return folder.isDir();
    if (!QDir().mkpath(folder.absolutePath()))
        return false;
    // With its mode from the start: nobody opens what is written into it meanwhile. mkpath() has made it where the path
    // ends in '/'.
    const bool made = ::mkdir(QFile::encodeName(path).constData(), 0700) == 0 || errno == EEXIST;
    return made && QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

} // namespace tenantry
