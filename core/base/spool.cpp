// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/spool.h"

#include <QDir>
#include <QFile>
#include <QIODevice>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

tl::unexpected<Error> noRoom(const char *cause)
{
    return failure(
        Error::make(ErrorCode::Unavailable, u"There is no room on the server for that much data; try again later."_s)
            .withCause(QString::fromUtf8(cause)));
}

/// Random access, since the length is known: it is announced to whoever gets the bytes.
class SpoolDevice : public QIODevice
{
public:
    explicit SpoolDevice(std::shared_ptr<const Spool> spool)
        : m_spool(std::move(spool))
    {
        open(ReadOnly | Unbuffered);
    }

    qint64 size() const override { return m_spool->size(); }

protected:
    qint64 readData(char *data, qint64 most) override { return m_spool->read(pos(), data, most); }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    std::shared_ptr<const Spool> m_spool;
};

} // namespace

Spool::~Spool()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_room->used -= m_written;
}

Result<void> Spool::append(QByteArrayView bytes)
{
    m_buffer.append(bytes.data(), bytes.size());
    return m_buffer.size() > inMemory ? flush() : Result<void>();
}

Result<void> Spool::finish()
{
    if (m_descriptor >= 0)
        return flush();
    m_buffer.squeeze();
    return {};
}

Result<void> Spool::open()
{
    const QByteArray folder = QFile::encodeName(m_room->folder.isEmpty() ? QDir::tempPath() : m_room->folder);
    m_descriptor = ::open(folder.constData(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (m_descriptor < 0) { // not every file system knows files without names
        QByteArray name = folder + "/spool-XXXXXX";
        m_descriptor = ::mkostemp(name.data(), O_CLOEXEC);
        if (m_descriptor >= 0)
            ::unlink(name.constData());
    }
    return m_descriptor < 0 ? Result<void>(noRoom(std::strerror(errno))) : Result<void>();
}

Result<void> Spool::flush()
{
    if (m_descriptor < 0)
        TRY(open());
    if (m_room->used + m_buffer.size() > m_room->quota)
        return noRoom("the quota of spooled data is used up");
    for (QByteArrayView rest = m_buffer; !rest.isEmpty();) {
        const ssize_t written = ::write(m_descriptor, rest.data(), std::size_t(rest.size()));
        if (written < 0 && errno != EINTR)
            return noRoom(std::strerror(errno));
        const qsizetype kept = std::max<qsizetype>(written, 0);
        m_written += kept;
        m_room->used += kept;
        rest = rest.sliced(kept);
    }
    m_buffer.resize(0);
    return {};
}

qint64 Spool::read(qint64 position, char *into, qint64 count) const
{
    if (m_descriptor >= 0)
        return ::pread(m_descriptor, into, std::size_t(count), position);
    const qint64 there = std::clamp<qint64>(m_buffer.size() - position, 0, count);
    std::copy_n(m_buffer.constData() + (there > 0 ? position : 0), there, into);
    return there;
}

std::shared_ptr<QIODevice> Spool::device(std::shared_ptr<const Spool> spool)
{
    return std::make_shared<SpoolDevice>(std::move(spool));
}

} // namespace tenantry
