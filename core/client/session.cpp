// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/session.h"

#include <QCoreApplication>

namespace tenantry::client {

namespace {

/// A token is renewed this long before it expires, so that it does not expire on its way.
constexpr std::chrono::seconds margin{30};

} // namespace

Result<Tokens> Tokens::decode(const json::Value &answer)
{
    const auto bytes = [&](std::string_view key) {
        const std::string_view text = answer[key].string();
        return QByteArray(text.data(), qsizetype(text.size()));
    };
    Tokens tokens{bytes("access"), bytes("refresh"), std::chrono::seconds(answer["expires_in"].integer().value_or(0))};
    if (tokens.access.isEmpty())
        return failure(ErrorCode::Unavailable,
                       QCoreApplication::translate("client", "The server's sign-in answer holds no token."));
    return tokens;
}

Session::Session(Transport &transport, Renew renew, Guard guard, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_renew(std::move(renew))
    , m_guard(std::move(guard))
{
}

void Session::begin(Tokens tokens)
{
    m_tokens = std::move(tokens);
    m_fresh = QDeadlineTimer(std::max(m_tokens.lifetime - margin, std::chrono::seconds(0)));
}

Reply<json::Value> Session::send(const Request &request)
{
    if (auto refusal = m_guard ? m_guard(request) : std::nullopt)
        return failure(std::move(*refusal));
    return token().chain([this, request](Result<QByteArray> token) -> Reply<json::Value> {
        if (!token)
            return failure(std::move(token).error());
        return m_transport.send(request, *token)
            .chain([this, request, token = *token](Result<json::Value> answer) -> Reply<json::Value> {
                if (answer || answer.error().code != ErrorCode::Unauthorized)
                    return answer;
                return sendOnceMore(request, token);
            });
    });
}

Reply<json::Value> Session::sendOnceMore(const Request &request, const QByteArray &refused)
{
    // Another call may have renewed the token while this one was under way.
    if (m_tokens.access == refused)
        m_fresh = QDeadlineTimer(0);
    return token().chain([this, request](Result<QByteArray> token) -> Reply<json::Value> {
        if (!token)
            return failure(std::move(token).error());
        return m_transport.send(request, *token);
    });
}

Reply<QByteArray> Session::token()
{
    if (!m_tokens.access.isEmpty() && !m_fresh.hasExpired())
        return Result<QByteArray>(m_tokens.access);
    ReplySource<QByteArray> source;
    m_waiting.push_back(source);
    if (!m_renewing)
        renew();
    return source.reply();
}

void Session::renew()
{
    m_renewing = true;
    // Not kept for cancelling: a caller that gives up must not take the token from the others.
    m_renew(m_tokens.refresh).then(this, [this](Result<Tokens> tokens) { renewed(std::move(tokens)); });
}

void Session::renewed(Result<Tokens> tokens)
{
    m_renewing = false;
    if (tokens)
        begin(*tokens);
    // A continuation may end this session, so from here on only what is local is touched.
    const auto waiting = std::exchange(m_waiting, {});
    const Result<QByteArray> token = tokens.map([](const Tokens &renewed) { return renewed.access; });
    for (const ReplySource<QByteArray> &source : waiting)
        source.settle(token);
}

} // namespace tenantry::client
