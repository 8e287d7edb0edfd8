// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/tlsserver.h"

#include <QByteArrayList>

#include <atomic>
#include <functional>
#include <mutex>
#include <thread>

namespace tenantry::test {

/// A mail server on loopback, on a thread of its own, that can misbehave. Knows what libcurl says and no more.
class SmtpServer
{
public:
    enum class Manner {
        Takes,  ///< every mail
        Defers, ///< answers recipients with 450
        Drops,  ///< ends the connection in the middle of a mail
        Waits,  ///< accepts connections and says nothing
    };

    /// How it is encrypted: not at all, when asked to (STARTTLS), or from the beginning (smtps).
    enum class Tls { None, Offered, Whole };

    explicit SmtpServer(Manner manner = Manner::Takes, Tls tls = Tls::None);
    ~SmtpServer();
    SmtpServer(const SmtpServer &) = delete;
    SmtpServer &operator=(const SmtpServer &) = delete;

    void setManner(Manner manner) { m_manner = manner; }
    quint16 port() const { return m_port; }
    /// "smtp://127.0.0.1:PORT", or smtps
    QString url() const;
    /// What to trust to trust it, in PEM.
    QByteArray certificate() const { return m_tlsServer.certificate(); }

    /// A mail that was taken.
    struct Mail
    {
        QByteArray from;    ///< as in MAIL FROM
        QByteArray to;      ///< as in RCPT TO
        QByteArray content; ///< dots unstuffed
    };
    std::vector<Mail> mails() const;
    /// How many connections there were.
    int connections() const { return m_connections; }
    /// What was said to sign in, in base64.
    QByteArrayList signIns() const;
    /// What was said without encryption, but for greetings (EHLO, STARTTLS, QUIT).
    QByteArrayList overheard() const;

private:
    void run();
    void talk(int connection);

    std::atomic<Manner> m_manner;
    const Tls m_tls;
    const TlsServer m_tlsServer;
    std::atomic<bool> m_stopping = false;
    std::atomic<int> m_connections = 0;
    int m_listener = -1;
    quint16 m_port = 0;
    mutable std::mutex m_mutex;
    std::vector<Mail> m_mails;
    QByteArrayList m_signIns;
    QByteArrayList m_overheard;
    std::thread m_thread;
};

} // namespace tenantry::test
