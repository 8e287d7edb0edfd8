// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpclient.h"

#include "core/json/reader.h"
#include "core/json/writer.h"

#include <QDeadlineTimer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace tenantry::test {

namespace {

bool has(const HttpHeaders &headers, const char *name)
{
    return std::any_of(headers.begin(), headers.end(),
                       [name](const auto &header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; });
}

} // namespace

QByteArray HttpAnswer::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

json::Value HttpAnswer::json() const
{
    return json::read({body.data(), std::size_t(body.size())}).value_or(json::Value());
}

HttpAnswer parseAnswer(const QByteArray &raw)
{
    HttpAnswer answer;
    const qsizetype headEnd = raw.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return answer;
    const QList<QByteArray> lines = raw.first(headEnd).split('\n');
    answer.status = lines.front().mid(9, 3).toInt();
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        answer.headers.emplace_back(line.first(colon), line.mid(colon + 1).trimmed());
    }
    answer.body = raw.mid(headEnd + 4);
    return answer;
}

HttpAnswer HttpClient::request(const QByteArray &method, const QByteArray &target, const QByteArray &body,
                               const HttpHeaders &headers) const
{
    QByteArray bytes = method + ' ' + target + " HTTP/1.1\r\n";
    if (!has(headers, "Host"))
        bytes += "Host: 127.0.0.1:" + QByteArray::number(m_port) + "\r\n";
    for (const auto &[name, value] : headers)
        bytes += name + ": " + value + "\r\n";
    if (!body.isEmpty() && !has(headers, "Content-Type"))
        bytes += "Content-Type: application/json\r\n";
    if (!body.isEmpty() || method == "POST" || method == "PUT" || method == "PATCH")
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    bytes += "Connection: close\r\n\r\n" + body;
    return parseAnswer(exchange(bytes, 60'000));
}

HttpAnswer HttpClient::get(const QByteArray &target, const HttpHeaders &headers) const
{
    return request("GET", target, {}, headers);
}

HttpAnswer HttpClient::post(const QByteArray &target, const json::Value &body, const HttpHeaders &headers) const
{
    return request("POST", target, json::write(body), headers);
}

QByteArray HttpClient::exchange(const QByteArray &bytes, int milliseconds) const
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, m_port);
    if (!socket.waitForConnected(milliseconds))
        return {};
    socket.write(bytes);
    QByteArray answer;
    const QDeadlineTimer deadline(milliseconds);
    while (socket.state() != QAbstractSocket::UnconnectedState && !deadline.hasExpired()) {
        socket.waitForReadyRead(int(deadline.remainingTime()));
        answer += socket.readAll();
    }
    return answer + socket.readAll();
}

} // namespace tenantry::test
