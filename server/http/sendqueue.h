// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <deque>

namespace tenantry::http {

/// Bytes on their way to a peer that does not take them yet; shared with whoever made them, not copied. Not
/// thread-safe.
class SendQueue
{
public:
    bool isEmpty() const { return m_pieces.empty(); }
    qint64 size() const { return m_size; }
    QByteArrayView front() const { return QByteArrayView(m_pieces.front()).sliced(m_sent); }

    /// `sent` bytes of them have gone already; more than none only while the queue is empty.
    void append(const QByteArray &bytes, qsizetype sent = 0)
    {
        m_pieces.push_back(bytes);
        m_size += bytes.size() - sent;
        m_sent += sent;
    }

    /// That many of front() have gone.
    void remove(qsizetype count)
    {
        m_sent += count;
        m_size -= count;
        if (m_sent < m_pieces.front().size())
            return;
        m_pieces.pop_front();
        m_sent = 0;
    }

private:
    std::deque<QByteArray> m_pieces; ///< none is empty
    qsizetype m_sent = 0;            ///< of the first piece
    qint64 m_size = 0;
};

} // namespace tenantry::http
