// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/transport.h"

#include "core/base/aside.h"
#include "core/client/answererror.h"
#include "core/json/reader.h"
#include "core/json/writer.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QNetworkReply>
#include <QNetworkRequest>

using namespace Qt::StringLiterals;

namespace tenantry::client {

namespace {

/// A server that says nothing for this long is taken for unreachable.
constexpr int transferTimeoutMs = 30'000;

/// Longer answers are parsed beside the thread that waits for them, which may have a window to paint.
constexpr qsizetype parsedAside = 32 * 1024;

Result<json::Value> parsed(const QByteArray &body)
{
    return body.isEmpty() ? json::Value() : json::read({body.constData(), size_t(body.size())});
}

Result<json::Value> answerOf(const QNetworkReply &reply, Result<json::Value> parsed)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0)
        return failure(connectionError(reply));
    if (status < 200 || status >= 300)
        return failure(answerError(status, parsed ? *parsed : json::Value()));
    if (reply.error() != QNetworkReply::NoError)
        return failure(connectionError(reply));
    if (!parsed)
        return failure(notOurServer());
    return parsed;
}

/// Who has no token yet sends what gets one: a password, or the token that renews it. Later on it is users who get one.
bool holdsCredential(const json::Value &body, const QByteArray &bearer)
{
    return bearer.isEmpty() || !body["password"].isNull();
}

Exchange exchangeOf(const QUrl &server, const Request &request, const QByteArray &body, const QByteArray &bearer)
{
    Exchange exchange{.server = server, .request = request, .startedAt = QDateTime::currentDateTimeUtc()};
    if (request.body && (holdsCredential(*request.body, bearer) || body.size() > Exchange::mostKept)) {
        exchange.request.body.reset();
        exchange.body = Exchange::Body::Withheld;
    }
    return exchange;
}

void complete(Exchange &exchange, const QNetworkReply &reply, const Result<json::Value> &answer)
{
    exchange.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    exchange.correlationId = QString::fromLatin1(reply.rawHeader("X-Correlation-ID"_ba));
    if (exchange.status == 0 && exchange.outcome != Exchange::Outcome::Cancelled)
        exchange.outcome = Exchange::Outcome::NoAnswer;
    if (exchange.outcome == Exchange::Outcome::Cancelled)
        exchange.problem = QCoreApplication::translate("Client", "No longer wanted.");
    else if (!answer)
        exchange.problem = answer.error().message;
}

} // namespace

QString methodName(Method method)
{
    switch (method) {
    case Method::Get:
        return u"GET"_s;
    case Method::Post:
        return u"POST"_s;
    case Method::Patch:
        return u"PATCH"_s;
    case Method::Delete:
        return u"DELETE"_s;
    }
    Q_UNREACHABLE();
}

Request Request::get(QString path, const QUrlQuery &query)
{
    return {Method::Get, std::move(path), query, std::nullopt};
}

Request Request::post(QString path, json::Value body)
{
    return {Method::Post, std::move(path), {}, std::move(body)};
}

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

Transport::Transport(const QUrl &base, QObject *parent)
    : QObject(parent)
    , m_base(base.adjusted(QUrl::StripTrailingSlash | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo))
{
    m_network.setTransferTimeout(transferTimeoutMs);
    // A redirect would carry the token to wherever it points.
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

Reply<json::Value> Transport::send(const Request &request, const QByteArray &bearer)
{
    const QByteArray body = request.body ? json::write(*request.body) : QByteArray();
    QNetworkReply *reply = start(request, body, bearer);
    ReplySource<json::Value> source;
    std::shared_ptr<Exchange> watched;
    if (!m_observers.empty())
        watched = std::make_shared<Exchange>(exchangeOf(m_base, request, body, bearer));
    source.onCancel([guarded = QPointer(reply), watched] {
        if (watched)
            watched->outcome = Exchange::Outcome::Cancelled;
        if (guarded)
            guarded->abort();
    });
    QElapsedTimer started;
    started.start();
    const auto conclude = [this, reply, source, watched, started](Result<json::Value> body) {
        reply->deleteLater();
        Result<json::Value> answer = answerOf(*reply, std::move(body));
        if (watched) {
            watched->duration = std::chrono::milliseconds(started.elapsed());
            complete(*watched, *reply, answer);
            tell(*watched);
        }
        source.settle(std::move(answer));
    };
    connect(reply, &QNetworkReply::finished, this, [reply, conclude] {
        const QByteArray text = reply->isOpen() ? reply->readAll() : QByteArray(); // not of a call that was cancelled
        if (text.size() <= parsedAside)
            conclude(parsed(text));
        else
            Aside<Result<json::Value>>::run([text] { return parsed(text); }, reply, conclude);
    });
    return source.reply();
}

void Transport::tell(const Exchange &exchange) const
{
    const std::vector<Observer> observers = m_observers; // one may bring another
    for (const Observer &observer : observers)
        observer(exchange);
}

QNetworkReply *Transport::start(const Request &request, const QByteArray &body, const QByteArray &bearer)
{
    QUrl url = QUrl::fromEncoded(m_base.toEncoded() + request.path.toLatin1());
    if (!request.query.isEmpty())
        url.setQuery(request.query);
    QNetworkRequest message(url);
    message.setRawHeader("Accept"_ba, "application/json"_ba);
    if (!bearer.isEmpty())
        message.setRawHeader("Authorization"_ba, "Bearer "_ba + bearer);
    if (request.body)
        message.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    return m_network.sendCustomRequest(message, methodName(request.method).toLatin1(), body);
}

} // namespace tenantry::client
