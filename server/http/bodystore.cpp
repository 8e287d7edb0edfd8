// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/bodystore.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tenantry::http {

namespace {

tl::unexpected<Error> noRoom(const char *cause)
{
    return failure(Error::make(ErrorCode::Unavailable, u"There is no room for a body of this size; try again later."_s)
                       .withCause(QString::fromUtf8(cause)));
}

} // namespace

BodyFile::BodyFile(std::shared_ptr<BodyQuota> quota, int descriptor)
    : m_quota(std::move(quota))
    , m_descriptor(descriptor)
{
}

BodyFile::~BodyFile()
{
    if (m_mapped)
        ::munmap(m_mapped, std::size_t(m_size));
    ::close(m_descriptor);
    m_quota->give(m_size);
}

Result<void> BodyFile::append(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        if (!m_quota->take(bytes.size()))
            return noRoom("the quota of request bodies on disk is used up");
        const ssize_t written = ::write(m_descriptor, bytes.data(), std::size_t(bytes.size()));
        const qsizetype kept = qMax<qsizetype>(written, 0);
        m_quota->give(bytes.size() - kept);
        m_size += kept;
        if (written < 0 && errno != EINTR)
            return noRoom(std::strerror(errno));
        bytes = bytes.sliced(kept);
    }
    return {};
}

Result<QByteArray> BodyFile::bytes()
{
    if (m_size == 0)
        return QByteArray();
    if (!m_mapped) {
        void *const mapped = ::mmap(nullptr, std::size_t(m_size), PROT_READ, MAP_PRIVATE, m_descriptor, 0);
        if (mapped == MAP_FAILED)
            return noRoom(std::strerror(errno));
        m_mapped = mapped;
    }
    return QByteArray::fromRawData(static_cast<const char *>(m_mapped), m_size);
}

void BodyFile::passed(qint64 count)
{
    const qint64 page = ::sysconf(_SC_PAGESIZE);
    if (m_mapped && count >= page)
        ::madvise(m_mapped, std::size_t(std::min(count, m_size) / page * page), MADV_DONTNEED);
}

BodyStore::BodyStore(const Limits &limits)
    : m_limits(limits)
    , m_quota(std::make_shared<BodyQuota>(limits.quota))
{
}

Result<std::unique_ptr<BodyFile>> BodyStore::open()
{
    const QByteArray folder = QFile::encodeName(m_limits.folder.isEmpty() ? QDir::tempPath() : m_limits.folder);
    int descriptor = ::open(folder.constData(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (descriptor < 0) { // not every file system knows files without names
        QByteArray name = folder + "/body-XXXXXX";
        descriptor = ::mkostemp(name.data(), O_CLOEXEC);
        if (descriptor >= 0)
            ::unlink(name.constData());
    }
    if (descriptor < 0)
        return noRoom(std::strerror(errno));
    return std::make_unique<BodyFile>(m_quota, descriptor);
}

} // namespace tenantry::http
