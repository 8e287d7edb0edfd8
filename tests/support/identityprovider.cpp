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

QByteArray reply(const QByteArray &status, const QByteArray &text)
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nConnection: close\r\n" +
           "Content-Length: " + QByteArray::number(text.size()) + "\r\n\r\n" + text;
}

QByteArray reply(const QByteArray &status, const json::Value &body)
{
    return reply(status, json::write(body));
}

QByteArray refusal(const char *error, const QByteArray &status = "400 Bad Request")
{
    json::Object body;
    body.set("error", error);
    return reply(status, json::Value(std::move(body)));
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

void IdentityProvider::answerInstead(const QByteArray &path, const QByteArray &status, const QByteArray &body)
{
    const std::lock_guard lock(m_mutex);
    m_instead.insert(path, reply(status, body));
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
        socket->write(answer(received.first(headEnd + 2), received.sliced(headEnd + 4)));
        socket->waitForBytesWritten(5000);
        socket->disconnectFromHost();
        if (socket->state() != QAbstractSocket::UnconnectedState)
            socket->waitForDisconnected(1000);
    }
}

QByteArray IdentityProvider::answer(const QByteArray &head, const QByteArray &body)
{
    const QByteArray path = head.split(' ').value(1).split('?').first();
    {
        const std::lock_guard lock(m_mutex);
        if (const QByteArray instead = m_instead.value(path); !instead.isEmpty())
            return instead;
    }
    if (path == "/.well-known/openid-configuration")
        return discovery();
    if (path == "/keys") {
        json::Object keys;
        keys.set("keys", json::Array{m_signer.publicKey()});
        return reply("200 OK", json::Value(std::move(keys)));
    }
    if (path.startsWith("/api/v3/"))
        return gitHubApiAnswer(head, path);
    if (head.startsWith("POST /login/oauth/access_token "))
        return gitHubTokenAnswer(head, body);
    return head.startsWith("POST /token ") ? tokenAnswer(head, body) : refusal("unknown");
}

QByteArray IdentityProvider::discovery() const
{
    json::Object document;
    document.set("issuer", url());
    document.set("authorization_endpoint", url() + u"/authorize"_s);
    document.set("token_endpoint", url() + u"/token"_s);
    document.set("jwks_uri", url() + u"/keys"_s);
    return reply("200 OK", json::Value(std::move(document)));
}

QByteArray IdentityProvider::tokenAnswer(const QByteArray &head, const QByteArray &body)
{
    const QByteArray pair = QUrl::toPercentEncoding(QLatin1StringView(clientId)) + ':' +
                            QUrl::toPercentEncoding(QLatin1StringView(clientSecret));
    if (!head.contains("Authorization: Basic " + pair.toBase64()))
        return refusal("invalid_client");
    const auto grant = redeemed(body);
    if (!grant)
        return refusal("invalid_grant");
    const std::lock_guard lock(m_mutex);
    json::Object claims = grant->who;
    claims.set("iss", url());
    claims.set("aud", clientId);
    claims.set("nonce", grant->nonce);
    claims.set("iat", Clock().seconds());
    claims.set("exp", Clock().seconds() + 300);
    if (m_change)
        m_change(claims);
    json::Object given;
    given.set("access_token", "unused");
    given.set("token_type", "Bearer");
    given.set("id_token", (m_strange ? m_stranger : m_signer).token(claims).toStdString());
    return reply("200 OK", json::Value(std::move(given)));
}

/// Errors are 200, and what does not ask for JSON gets none.
QByteArray IdentityProvider::gitHubTokenAnswer(const QByteArray &head, const QByteArray &body)
{
    const QUrlQuery form(QString::fromLatin1(body));
    const auto value = [&](const QString &name) { return form.queryItemValue(name, QUrl::FullyDecoded); };
    if (!head.contains("\r\nAccept: application/json\r\n"))
        return reply("200 OK", QByteArray("error=json_was_not_asked_for"));
    if (value(u"client_id"_s) != QLatin1StringView(clientId) ||
        value(u"client_secret"_s) != QLatin1StringView(clientSecret) || head.contains("\r\nAuthorization:"))
        return refusal("incorrect_client_credentials", "200 OK");
    const auto grant = redeemed(body);
    if (!grant)
        return refusal("bad_verification_code", "200 OK");
    const QByteArray token = "gho_" + randomToken(16);
    const std::lock_guard lock(m_mutex);
    m_accessTokens.insert(token, grant->who);
    json::Object given;
    given.set("access_token", token.toStdString());
    given.set("scope", "read:user,user:email");
    given.set("token_type", "bearer");
    return reply("200 OK", json::Value(std::move(given)));
}

QByteArray IdentityProvider::gitHubApiAnswer(const QByteArray &head, const QByteArray &path)
{
    for (const char *header : {"Accept: application/vnd.github+json", "X-GitHub-Api-Version: 2022-11-28"}) {
        if (!head.contains("\r\n" + QByteArray(header) + "\r\n"))
            return refusal("a header is missing", "415 Unsupported Media Type");
    }
    if (!head.contains("\r\nUser-Agent: "))
        return refusal("who asks?", "403 Forbidden");
    const QByteArray scheme = "\r\nAuthorization: Bearer ";
    const qsizetype from = head.indexOf(scheme) + scheme.size();
    const std::lock_guard lock(m_mutex);
    const auto who = m_accessTokens.constFind(head.sliced(from, head.indexOf('\r', from) - from));
    if (!head.contains(scheme) || who == m_accessTokens.constEnd())
        return refusal("Bad credentials", "401 Unauthorized");
    json::Object user = *who;
    const json::Value *emails = user.find("emails");
    if (path == "/api/v3/user/emails" && emails)
        return reply("200 OK", *emails);
    user.remove("emails");
    return path == "/api/v3/user" ? reply("200 OK", json::Value(std::move(user))) : refusal("none", "404 Not Found");
}

/// What a code was given for, once.
std::optional<IdentityProvider::Grant> IdentityProvider::redeemed(const QByteArray &text)
{
    const QUrlQuery form(QString::fromLatin1(text));
    const auto value = [&](const QString &name) { return form.queryItemValue(name, QUrl::FullyDecoded); };
    const QByteArray challenge = crypto::base64Url(crypto::sha256(value(u"code_verifier"_s).toLatin1()));
    const std::lock_guard lock(m_mutex);
    const auto found = m_grants.constFind(value(u"code"_s).toLatin1());
    if (found == m_grants.constEnd() || found->challenge.toLatin1() != challenge ||
        found->redirectUri != value(u"redirect_uri"_s))
        return {};
    const Grant grant = *found;
    m_grants.erase(found);
    return grant;
}

} // namespace tenantry::test
