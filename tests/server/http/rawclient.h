// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/httpclient.h"

#include <QByteArrayView>
#include <QHostAddress>

namespace tenantry::test {

/// One connection to a server on this machine, byte by byte, with blocking calls. Unlike QTcpSocket it can end its own
/// half and go on reading. Nothing waits longer than `patience` seconds.
class RawClient
{
public:
    static constexpr int patience = 20;

    /// Null addresses mean 127.0.0.1. `receiveBuffer`: bytes the kernel keeps for us, 0: as it likes.
    explicit RawClient(quint16 port, const QHostAddress &address = QHostAddress::LocalHost, int receiveBuffer = 0);
    ~RawClient();
    Q_DISABLE_COPY_MOVE(RawClient)

    bool isConnected() const { return m_connected; }

    /// False when the server has cut the connection.
    bool send(QByteArrayView bytes);
    void endSending();

    /// What comes next, at least one byte; empty at the end.
    QByteArray readSome();
    /// Everything up to the server's end of the connection; sawEnd() tells whether that came.
    QByteArray readToEnd();
    /// One answer with Content-Length.
    HttpAnswer readAnswer();
    bool sawEnd() const { return m_sawEnd; }

private:
    int m_socket;
    bool m_connected = false;
    bool m_sawEnd = false;
    QByteArray m_read; ///< and not handed out yet
};

/// The answers in `raw`, which came one after the other with Content-Length.
std::vector<HttpAnswer> splitAnswers(QByteArray raw);

} // namespace tenantry::test
