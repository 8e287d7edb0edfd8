// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/reply.h"
#include "core/json/value.h"

#include <QDateTime>
#include <QNetworkAccessManager>
#include <QUrl>
#include <QUrlQuery>

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

class QNetworkReply;

namespace tenantry::client {

enum class Method { Get, Post, Patch, Delete };

/// "GET", "POST", "PATCH" or "DELETE".
QString methodName(Method method);

/// One call of the HTTP API. `path` starts with '/', is percent-encoded and stands below the server's base URL.
struct Request
{
    Method method = Method::Get;
    QString path;
    QUrlQuery query;
    std::optional<json::Value> body;

    static Request get(QString path, const QUrlQuery &query = {});
    static Request post(QString path, json::Value body = json::Object());
};

/// `text` as one percent-encoded segment of a path, or as a query value.
QString encoded(const QString &text);

/// A call as it went, told to whoever watches the transport. The token is in none of it.
struct Exchange
{
    enum class Body {
        Whole,
        Withheld, ///< a credential, or larger than `mostKept`; the request has none then
    };
    static constexpr qsizetype mostKept = 64 * 1024; ///< bytes
    enum class Outcome {
        Answered,  ///< by whoever stands at the address, which need not be the server: see `status`
        NoAnswer,  ///< refused, not found, not trusted, broken off, or not in time
        Cancelled, ///< by the caller
    };

    QUrl server = {};
    Request request;
    Body body = Body::Whole;
    QDateTime startedAt = {}; ///< UTC
    std::chrono::milliseconds duration{0};
    Outcome outcome = Outcome::Answered;
    int status = 0; ///< of HTTP; 0 when no answer came
    QString correlationId = {};
    QString problem = {}; ///< what the error said; empty when the call did what it should
};

/// Sends requests to one server and reads the answers as JSON. Answers of 2xx give the body (null when there is none);
/// all else gives the error the body describes, or, when no answer came, ErrorCode::Unavailable saying why.
class Transport : public QObject
{
public:
    /// `base` may have a path, below which the API stands.
    explicit Transport(const QUrl &base, QObject *parent = nullptr);

    QUrl base() const { return m_base; }
    /// `bearer`: the access token, or empty for routes that need none.
    Reply<json::Value> send(const Request &request, const QByteArray &bearer = {});

    using Observer = std::function<void(const Exchange &)>;
    /// Is told each call that begins from now on, once it has ended, on this thread and before the caller is; must not
    /// wait. For as long as the transport lives, beside those that observe already.
    void observe(Observer observer) { m_observers.push_back(std::move(observer)); }

private:
    QNetworkReply *start(const Request &request, const QByteArray &body, const QByteArray &bearer);
    void tell(const Exchange &exchange) const;

    QUrl m_base;
    std::vector<Observer> m_observers; ///< before m_network, whose end ends calls
    QNetworkAccessManager m_network;
};

} // namespace tenantry::client
