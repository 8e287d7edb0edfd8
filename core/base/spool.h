// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <atomic>
#include <memory>

class QIODevice;

namespace tenantry {

/// Where spools put what is too large for the memory, and how much there may be of it. Thread-safe.
struct SpoolRoom
{
    QString folder;                      ///< empty: the system's folder for temporary files
    qint64 quota = 8192LL * 1024 * 1024; ///< bytes of all files together
    std::atomic<qint64> used = 0;
};

/// Bytes that are written once, from the beginning to the end, and then read, any number of times: in memory while they
/// are few, else in a file without a name that is gone with this object. Written by one thread; when finished, several
/// may read.
class Spool
{
public:
    static constexpr qsizetype inMemory = 1024 * 1024; ///< bytes

    explicit Spool(std::shared_ptr<SpoolRoom> room)
        : m_room(std::move(room))
    {
    }
    ~Spool();
    Q_DISABLE_COPY_MOVE(Spool)

    /// Unavailable when the disk or the quota is full.
    Result<void> append(QByteArrayView bytes);
    /// After the last append().
    Result<void> finish();

    qint64 size() const { return m_written + m_buffer.size(); }
    /// Copies at most `count` bytes from `position` on; how many there were, -1 when they cannot be read.
    qint64 read(qint64 position, char *into, qint64 count) const;

    /// A finished spool as a device to read from, which keeps it alive.
    static std::shared_ptr<QIODevice> device(std::shared_ptr<const Spool> spool);

private:
    Result<void> open();
    Result<void> flush();

    std::shared_ptr<SpoolRoom> m_room;
    QByteArray m_buffer; ///< everything, or what is not in the file yet
    int m_descriptor = -1;
    qint64 m_written = 0; ///< bytes in the file
};

} // namespace tenantry
