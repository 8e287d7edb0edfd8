// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/answerstream.h"

namespace tenantry::http {

namespace {

constexpr qint64 pieceSize = 64 * 1024;

} // namespace

AnswerStream::AnswerStream(std::shared_ptr<QIODevice> device, const BodyFraming &framing)
    : m_device(std::move(device))
    , m_framing(framing)
    , m_left(framing.length)
{
}

AnswerStream::State AnswerStream::next(QByteArray &out)
{
    const bool isMeasured = m_framing.kind == BodyFraming::Kind::Length;
    const QByteArray piece = m_device->read(isMeasured ? qMin(pieceSize, m_left) : pieceSize);
    if (isMeasured) {
        out.append(piece);
        m_left -= piece.size();
        return m_left == 0 ? State::Done : piece.isEmpty() ? State::Broken : State::More;
    }
    const bool failed = piece.isEmpty() && !m_device->atEnd();
    if (failed)
        return State::Broken;
    if (m_framing.kind == BodyFraming::Kind::UntilClose)
        out.append(piece);
    else if (!piece.isEmpty())
        out.append(QByteArray::number(piece.size(), 16)).append("\r\n").append(piece).append("\r\n");
    if (!piece.isEmpty())
        return State::More;
    if (m_framing.kind == BodyFraming::Kind::Chunked)
        out.append("0\r\n\r\n");
    return State::Done;
}

} // namespace tenantry::http
