// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/smtpserver.h"

#include <QString>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tenantry::test {

namespace {

/// One side of a conversation, line by line.
class Conversation
{
public:
    Conversation(int connection, const std::atomic<bool> &stopping)
        : m_connection(connection)
        , m_stopping(stopping)
    {
    }
    ~Conversation() { ::close(m_connection); }

    void say(const char *line) const
    {
        const QByteArray bytes = QByteArray(line) + "\r\n";
        const bool said = m_tls ? m_tls->send(bytes)
                                : ::send(m_connection, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL) >= 0;
        if (!said)
            ::shutdown(m_connection, SHUT_RDWR);
    }

    /// From here on in TLS; false when the other side does not want to, and has gone.
    bool encrypt(const TlsServer &server)
    {
        m_tls = server.accept(m_connection);
        return m_tls != nullptr;
    }
    bool encrypted() const { return m_tls != nullptr; }

    /// Without its end; nothing when the other side has gone, or the server stops.
    std::optional<QByteArray> line()
    {
        while (!m_received.contains("\r\n")) {
            if (!receive())
                return {};
        }
        const qsizetype end = m_received.indexOf("\r\n");
        const QByteArray line = m_received.first(end);
        m_received.remove(0, end + 2);
        return line;
    }

    /// Until the other side has gone, or the server stops.
    void wait()
    {
        while (receive()) {
        }
    }

private:
    bool receive()
    {
        pollfd waiting{m_connection, POLLIN, 0};
        while (!m_stopping && !(m_tls && m_tls->holdsMore()) && ::poll(&waiting, 1, 50) == 0) {
        }
        if (m_stopping)
            return false;
        char buffer[4096];
        const ssize_t count =
            m_tls ? m_tls->receive(buffer, sizeof buffer) : ::recv(m_connection, buffer, sizeof buffer, 0);
        if (count <= 0)
            return false;
        m_received.append(buffer, count);
        return true;
    }

    int m_connection;
    const std::atomic<bool> &m_stopping;
    std::shared_ptr<TlsServer::Channel> m_tls;
    QByteArray m_received;
};

QByteArray addressIn(const QByteArray &command)
{
    const qsizetype open = command.indexOf('<');
    return command.mid(open + 1, command.indexOf('>') - open - 1);
}

} // namespace

SmtpServer::SmtpServer(Manner manner, Tls tls)
    : m_manner(manner)
    , m_tls(tls)
    , m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *general = reinterpret_cast<sockaddr *>(&address);
    if (::bind(m_listener, general, size) != 0 || ::listen(m_listener, 16) != 0 ||
        ::getsockname(m_listener, general, &size) != 0)
        qFatal("no port for a mail server");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { run(); });
}

SmtpServer::~SmtpServer()
{
    m_stopping = true;
    m_thread.join();
    ::close(m_listener);
}

QString SmtpServer::url() const
{
    return u"%1://127.0.0.1:%2"_s.arg(m_tls == Tls::Whole ? u"smtps"_s : u"smtp"_s).arg(m_port);
}

std::vector<SmtpServer::Mail> SmtpServer::mails() const
{
    const std::lock_guard lock(m_mutex);
    return m_mails;
}

QByteArrayList SmtpServer::signIns() const
{
    const std::lock_guard lock(m_mutex);
    return m_signIns;
}

QByteArrayList SmtpServer::overheard() const
{
    const std::lock_guard lock(m_mutex);
    return m_overheard;
}

void SmtpServer::run()
{
    while (!m_stopping) {
        pollfd waiting{m_listener, POLLIN, 0};
        if (::poll(&waiting, 1, 50) <= 0)
            continue;
        const int connection = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection < 0)
            continue;
        ++m_connections;
        talk(connection);
    }
}

void SmtpServer::talk(int connection)
{
    Conversation with(connection, m_stopping);
    if (m_manner == Manner::Waits)
        return with.wait();
    if (m_tls == Tls::Whole && !with.encrypt(m_tlsServer))
        return;
    with.say("220 mail.tenantry.test");
    Mail mail;
    while (const auto said = with.line()) {
        const QByteArray command = said->toUpper();
        if (command.startsWith("EHLO")) {
            with.say("250-mail.tenantry.test");
            if (m_tls == Tls::Offered && !with.encrypted())
                with.say("250-STARTTLS");
            with.say("250 AUTH PLAIN");
            continue;
        }
        if (command == "STARTTLS" && m_tls == Tls::Offered) {
            with.say("220 go on");
            if (!with.encrypt(m_tlsServer))
                return;
            continue;
        }
        if (!with.encrypted() && command != "QUIT") {
            const std::lock_guard lock(m_mutex);
            m_overheard.append(*said);
        }
        if (command.startsWith("AUTH")) {
            with.say("334 ");
            const auto credentials = with.line();
            const std::lock_guard lock(m_mutex);
            m_signIns.append(credentials.value_or(QByteArray()));
            with.say("235 welcome");
        } else if (command.startsWith("MAIL FROM:")) {
            mail = {addressIn(*said), {}, {}};
            with.say("250 go on");
        } else if (command.startsWith("RCPT TO:")) {
            mail.to = addressIn(*said);
            with.say(m_manner == Manner::Defers ? "450 not now" : "250 go on");
        } else if (command == "DATA") {
            if (m_manner == Manner::Drops)
                return;
            with.say("354 go on");
            for (auto text = with.line(); text && *text != "."; text = with.line())
                mail.content += (text->startsWith('.') ? text->mid(1) : *text) + "\r\n";
            const std::lock_guard lock(m_mutex);
            m_mails.push_back(mail);
            with.say("250 taken");
        } else if (command == "QUIT") {
            return with.say("221 bye");
        } else {
            with.say("250 whatever");
        }
    }
}

} // namespace tenantry::test
