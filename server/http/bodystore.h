// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <atomic>
#include <memory>

namespace tenantry::http {

/// Bytes on disk, of those there may be. Thread-safe.
class BodyQuota
{
public:
    explicit BodyQuota(qint64 most)
        : m_most(most)
    {
    }

    bool take(qint64 bytes)
    {
        if ((m_used += bytes) <= m_most)
            return true;
        m_used -= bytes;
        return false;
    }
    void give(qint64 bytes) { m_used -= bytes; }
    qint64 used() const { return m_used; }

private:
    const qint64 m_most;
    std::atomic<qint64> m_used = 0;
};

/// The body of one request on its way to disk: a file without a name, gone when this object is.
class BodyFile
{
public:
    BodyFile(std::shared_ptr<BodyQuota> quota, int descriptor);
    ~BodyFile();
    Q_DISABLE_COPY_MOVE(BodyFile)

    /// Unavailable when the disk or the quota is full.
    Result<void> append(QByteArrayView bytes);
    qint64 size() const { return m_size; }
    /// All of it as memory that is read from the file as it is touched; valid as long as this object. Nothing is
    /// appended from then on.
    Result<QByteArray> bytes();
    /// Whoever reads bytes() from the beginning needs the first `count` no more for now: they leave the memory, and
    /// come back from the file when they are touched.
    void passed(qint64 count);

private:
    const std::shared_ptr<BodyQuota> m_quota;
    const int m_descriptor;
    qint64 m_size = 0;
    void *m_mapped = nullptr;
};

/// Where large bodies wait until they are whole, so that slow senders of them do not fill the memory. Thread-safe.
class BodyStore
{
public:
    struct Limits
    {
        QString folder;                      ///< empty: the system's folder for temporary files
        qint64 threshold = 1024 * 1024;      ///< bytes a body may have in memory
        qint64 quota = 4096LL * 1024 * 1024; ///< bytes of all files together
    };

    explicit BodyStore(const Limits &limits);

    qint64 threshold() const { return m_limits.threshold; }
    Result<std::unique_ptr<BodyFile>> open();

    /// Bytes of all files there are now.
    qint64 used() const { return m_quota->used(); }

private:
    const Limits m_limits;
    const std::shared_ptr<BodyQuota> m_quota; ///< requests may outlive the server that read them
};

} // namespace tenantry::http
