// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/identityprovider.h"

#include "core/base/clock.h"
#include "core/base/crypto.h"
#include "core/base/ids.h"
#include "core/json/writer.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace tenantry::test {

namespace {

constexpr int moment = 50; ///< milliseconds

QByteArray reply(const char *status, const json::Object &body)
{
    const QByteArray text = json::write(json::Value(body));
    return QByteArray("HTTP/1.1 ") + status + "\r\nContent-Type: application/json\r\nConnection: close\r\n" +
           "Content-Length: " + QByteArray::number(text.size()) + "\r\n\r\n" + text;
}

QByteArray refusal(const char *error)
{
    json::Object body;
    body.set("error", error);
    return reply("400 Bad Request", body);
}

qsizetype lengthIn(const QByteArray &head)
{
    for (const QByteArray &line : head.split('\n')) {
        if (line.toLower().startsWith("content-length:"))
            return line.sliced(15).trimmed().toLongLong();
    }
    return 0;
}

} // namespace

IdentityProvider::IdentityProvider()
    : m_thread([this] { serve(); })
{
    while (m_port == 0)
        std::this_thread::yield();
}

IdentityProvider::~IdentityProvider()
{
    m_ending = true;
    m_thread.join();
}

QString IdentityProvider::url() const
{
    return u"http://127.0.0.1:%1"_s.arg(m_port.load());
}

QByteArray IdentityProvider::authorize(const QUrl &asked, const json::Object &who)
{
    const QUrlQuery query(asked);
    const auto value = [&](const QString &name) { return query.queryItemValue(name, QUrl::FullyDecoded); };
    const QByteArray code = randomToken(16);
    const std::lock_guard lock(m_mutex);
    m_grants.insert(code, {value(u"nonce"_s), value(u"code_challenge"_s), value(u"redirect_uri"_s), who});
    return code;
}

void IdentityProvider::misbehave(std::function<void(json::Object &)> change)
{
    const std::lock_guard lock(m_mutex);
    m_change = std::move(change);
}

void IdentityProvider::useStrangeKey(bool strange)
{
    const std::lock_guard lock(m_mutex);
    m_strange = strange;
}

void IdentityProvider::serve()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    m_port = server.serverPort();
    while (!m_ending) {
        if (!server.waitForNewConnection(moment))
            continue;
        const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
        ++m_connections;
        QByteArray received;
        qsizetype headEnd = -1;
        while (headEnd < 0 || received.size() < headEnd + 4 + lengthIn(received.first(headEnd))) {
            if (!socket->waitForReadyRead(5000))
                break;
            received += socket->readAll();
            headEnd = received.indexOf("\r\n\r\n");
        }
        if (headEnd < 0)
            continue;
        socket->write(answer(received.first(headEnd), received.sliced(headEnd + 4)));
        socket->waitForBytesWritten(5000);
        socket->disconnectFromHost();
        if (socket->state() != QAbstractSocket::UnconnectedState)
            socket->waitForDisconnected(1000);
    }
}

QByteArray IdentityProvider::answer(const QByteArray &head, const QByteArray &body)
{
    if (head.startsWith("GET /.well-known/openid-configuration "))
        return discovery();
    if (head.startsWith("GET /keys ")) {
        json::Object keys;
        keys.set("keys", json::Array{m_signer.publicKey()});
        return reply("200 OK", keys);
    }
    return head.startsWith("POST /token ") ? tokenAnswer(head, body) : refusal("unknown");
}

QByteArray IdentityProvider::discovery() const
{
    json::Object document;
    document.set("issuer", url());
    document.set("authorization_endpoint", url() + u"/authorize"_s);
    document.set("token_endpoint", url() + u"/token"_s);
    document.set("jwks_uri", url() + u"/keys"_s);
    return reply("200 OK", document);
}

QByteArray IdentityProvider::tokenAnswer(const QByteArray &head, const QByteArray &body)
{
    const QByteArray pair = QUrl::toPercentEncoding(QLatin1StringView(clientId)) + ':' +
                            QUrl::toPercentEncoding(QLatin1StringView(clientSecret));
    if (!head.contains("Authorization: Basic " + pair.toBase64()))
        return refusal("invalid_client");
    const QUrlQuery form(QString::fromLatin1(body));
    const auto value = [&](const QString &name) { return form.queryItemValue(name, QUrl::FullyDecoded); };
    const std::lock_guard lock(m_mutex);
    const auto grant = m_grants.constFind(value(u"code"_s).toLatin1());
    const QByteArray challenge = crypto::base64Url(crypto::sha256(value(u"code_verifier"_s).toLatin1()));
    if (grant == m_grants.constEnd() || grant->challenge.toLatin1() != challenge ||
        grant->redirectUri != value(u"redirect_uri"_s))
        return refusal("invalid_grant");
    json::Object claims = grant->who;
    claims.set("iss", url());
    claims.set("aud", clientId);
    claims.set("nonce", grant->nonce);
    claims.set("iat", Clock().seconds());
    claims.set("exp", Clock().seconds() + 300);
    if (m_change)
        m_change(claims);
    m_grants.erase(grant);
    json::Object given;
    given.set("access_token", "unused");
    given.set("token_type", "Bearer");
    given.set("id_token", (m_strange ? m_stranger : m_signer).token(claims).toStdString());
    return reply("200 OK", given);
}

} // namespace tenantry::test
