// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace tenantry::http {

/// Takes the chunked coding (RFC 9112 section 7.1) off one body, in its strict reading: no white space around a size,
/// no bare CR or LF, no folded trailer. Extensions and trailers are read and dropped. Not thread-safe.
class ChunkReader
{
public:
    /// Appends what `input` holds of the body and answers how many bytes it took; the rest must be offered again, with
    /// more behind it. PayloadTooLarge when `body` would exceed `limit`, as soon as a size says so; BadRequest for what
    /// is malformed. After a failure the stream cannot be read on.
    Result<qsizetype> feed(QByteArrayView input, QByteArray &body, qint64 limit);

    bool isComplete() const { return m_state == State::Complete; }

private:
    enum class State { Size, Data, DataEnd, Trailers, Complete };

    Result<void> takeSize(QByteArrayView line, qint64 room);
    Result<void> takeTrailer(QByteArrayView line);

    State m_state = State::Size;
    qint64 m_left = 0;       ///< bytes of the chunk that have not come yet
    qsizetype m_dropped = 0; ///< bytes of extensions and trailers so far
};

} // namespace tenantry::http
