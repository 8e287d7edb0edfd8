// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/bodyreader.h"

namespace tenantry::http {

namespace {

/// An announced length is only believed so far before the bytes are there.
constexpr qint64 maxReserved = 1024 * 1024;

} // namespace

BodyReader::BodyReader(const Framing &framing, qint64 limit, BodyStore *store)
    : m_framing(framing)
    , m_limit(limit)
    , m_store(store)
    , m_complete(!framing.chunked && framing.contentLength == 0)
{
    if (framing.contentLength > 0)
        m_memory.reserve(qMin(framing.contentLength, maxReserved));
}

Result<qsizetype> BodyReader::take(QByteArrayView input)
{
    if (m_framing.chunked)
        return m_chunks.feed(input, m_memory, m_limit - (m_file ? m_file->size() : 0));
    const qsizetype count = qMin<qint64>(input.size(), m_framing.contentLength - size());
    m_memory.append(input.data(), count);
    return count;
}

Result<void> BodyReader::moveToFile()
{
    if (!m_file)
        m_file = TRY(m_store->open());
    TRY(m_file->append(m_memory));
    m_memory = {};
    return {};
}

Result<qsizetype> BodyReader::feed(QByteArrayView input)
{
    const qsizetype taken = TRY(take(input));
    if (m_store && (m_file || m_memory.size() > m_store->threshold()))
        TRY(moveToFile());
    m_complete = m_framing.chunked ? m_chunks.isComplete() : size() == m_framing.contentLength;
    return taken;
}

Result<void> BodyReader::moveTo(Request &request)
{
    if (!m_file) {
        request.body = std::move(m_memory);
        return {};
    }
    request.body = TRY(m_file->bytes());
    request.bodyFile = std::move(m_file);
    return {};
}

} // namespace tenantry::http
