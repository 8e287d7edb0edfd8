// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/bodystore.h"
#include "server/http/chunkreader.h"
#include "server/http/framing.h"

namespace tenantry::http {

/// Reads the body of one request from the bytes behind its head, in memory or, when it becomes large, into a file. Not
/// thread-safe.
class BodyReader
{
public:
    BodyReader() = default;
    /// Refuses bodies of more than `limit` bytes. Large ones go to `store`, or stay in memory when there is none.
    BodyReader(const Framing &framing, qint64 limit, BodyStore *store);

    /// Answers how many bytes it took; the rest must be offered again, with more behind it. PayloadTooLarge,
    /// BadRequest, or Unavailable when there is no room; then the body cannot be read on.
    Result<qsizetype> feed(QByteArrayView input);

    bool isComplete() const { return m_complete; }

    /// Puts the whole body into its request.
    Result<void> moveTo(Request &request);

private:
    Result<qsizetype> take(QByteArrayView input);
    Result<void> moveToFile();
    qint64 size() const { return m_memory.size() + (m_file ? m_file->size() : 0); }

    Framing m_framing;
    qint64 m_limit = 0;
    BodyStore *m_store = nullptr;
    ChunkReader m_chunks;
    QByteArray m_memory; ///< what is not in the file
    std::shared_ptr<BodyFile> m_file;
    bool m_complete = true;
};

} // namespace tenantry::http
