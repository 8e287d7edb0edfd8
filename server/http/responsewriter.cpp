// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/responsewriter.h"

#include "core/base/append.h"

#include <boost/beast/http/status.hpp>

#include <ctime>

namespace tenantry::http {

namespace {

/// IMF-fixdate (RFC 9110 section 5.6.7); the locale has no say in it. Made once a second and thread.
const QByteArray &dateNow()
{
    static constexpr const char *days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr const char *months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    thread_local std::time_t made = 0;
    thread_local QByteArray text;
    const std::time_t now = std::time(nullptr);
    if (now != made || text.isEmpty()) {
        std::tm utc{};
        gmtime_r(&now, &utc);
        text = QByteArray(40, Qt::Uninitialized);
        const int size = std::snprintf(text.data(), std::size_t(text.size()), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                                       days[utc.tm_wday], utc.tm_mday, months[utc.tm_mon], utc.tm_year + 1900,
                                       utc.tm_hour, utc.tm_min, utc.tm_sec);
        text.truncate(size);
        made = now;
    }
    return text;
}

} // namespace

bool mayHaveBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

BodyFraming framingOf(const Response &response, Version version)
{
    if (!response.device)
        return {BodyFraming::Kind::Length, response.body.size()};
    if (!response.device->isSequential())
        return {BodyFraming::Kind::Length, response.device->size() - response.device->pos()};
    return {version == Version::Http11 ? BodyFraming::Kind::Chunked : BodyFraming::Kind::UntilClose};
}

QByteArrayView reasonPhrase(int status)
{
    const auto phrase = boost::beast::http::obsolete_reason(boost::beast::http::int_to_status(unsigned(status)));
    return {phrase.data(), qsizetype(phrase.size())};
}

namespace {

void line(QByteArray &out, std::string_view name, std::string_view value)
{
    append(out, name);
    append(out, ": ");
    append(out, value);
    append(out, "\r\n");
}

std::string_view viewOf(QByteArrayView bytes)
{
    return {bytes.data(), std::size_t(bytes.size())};
}

} // namespace

void writeHead(QByteArray &out, const Response &response, const BodyFraming &framing, AfterAnswer after)
{
    append(out, "HTTP/1.1 ");
    append(out, std::to_string(response.status));
    append(out, " ");
    append(out, viewOf(reasonPhrase(response.status)));
    append(out, "\r\n");
    line(out, "Date", viewOf(dateNow()));
    for (const auto &[name, value] : response.headers)
        line(out, viewOf(name), viewOf(value));
    if (mayHaveBody(response.status) && framing.kind == BodyFraming::Kind::Length)
        line(out, "Content-Length", std::to_string(framing.length));
    else if (mayHaveBody(response.status) && framing.kind == BodyFraming::Kind::Chunked)
        line(out, "Transfer-Encoding", "chunked");
    if (after == AfterAnswer::Close)
        line(out, "Connection", "close");
    append(out, "\r\n");
}

} // namespace tenantry::http
