// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/folderlock.h"

#include "core/base/privatefile.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tenantry::sql {

namespace {

Error unusable(const QString &folder)
{
    return Error::make(ErrorCode::Unavailable, u"The data folder cannot be used; check that it can be written to."_s)
        .withCause(folder + u": "_s + qt_error_string(errno));
}

} // namespace

FolderLock::FolderLock(int descriptor)
    : m_descriptor(descriptor)
{
}

FolderLock::FolderLock(FolderLock &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

FolderLock &FolderLock::operator=(FolderLock &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

FolderLock::~FolderLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<FolderLock> FolderLock::take(const QString &folder)
{
    if (!makePrivateFolder(folder))
        return failure(unusable(folder));
    const QByteArray path = QFile::encodeName(QDir(folder).filePath(u"LOCK"_s));
    FolderLock lock(::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (lock.m_descriptor < 0)
        return failure(unusable(folder));
    if (::flock(lock.m_descriptor, LOCK_EX | LOCK_NB) == 0)
        return lock;
    if (errno != EWOULDBLOCK)
        return failure(unusable(folder));
    return failure(ErrorCode::Conflict, u"Another Tenantry process works in this data folder."_s,
                   u"Stop that process, go through its API, or choose another folder with --data."_s);
}

} // namespace tenantry::sql
