// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routing/answers.h"

#include "core/json/writer.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

/// The parameter as a number from 1 on.
Result<std::int64_t> positive(const Query &query, const QString &name, std::int64_t otherwise)
{
    const std::int64_t number = TRY(query.integer(name)).value_or(otherwise);
    if (number < 1)
        return failure(Error::field(name, u"Must be 1 or more."_s));
    return number;
}

/// The request's URL with another page.
json::Value pageUrl(const Call &call, std::int64_t page)
{
    std::vector<std::pair<QString, QString>> parameters;
    for (const auto &item : call.query.all()) {
        if (item.first != "page"_L1)
            parameters.push_back(item);
    }
    parameters.emplace_back(u"page"_s, QString::number(page));
    return call.absoluteUrl(parameters);
}

std::int64_t pageCount(std::int64_t total, std::int64_t size)
{
    return (total + size - 1) / size;
}

} // namespace

Result<PageRequest> PageRequest::from(const Query &query, std::int64_t defaultSize, std::int64_t maximum)
{
    PageRequest request;
    request.page = TRY(positive(query, u"page"_s, 1));
    request.size = std::min(TRY(positive(query, u"page_size"_s, defaultSize)), maximum);
    if (request.page > std::numeric_limits<std::int64_t>::max() / request.size)
        return failure(Error::field(u"page"_s, u"Is too large."_s));
    return request;
}

http::Response envelope(const json::Value &data, const QString &message, int status)
{
    QByteArray body;
    json::Writer(body)
        .beginObject()
        .member("status", "success")
        .member("message", message)
        .member("data", data)
        .endObject();
    return http::Response::json(std::move(body), status);
}

http::Response envelopeList(json::Array items, std::int64_t total, const PageRequest &page, const QString &message)
{
    const auto count = std::int64_t(items.size());
    const std::int64_t pages = pageCount(total, page.size);
    QByteArray body;
    json::Writer writer(body);
    writer.beginObject().member("status", "success").member("message", message);
    writer.member("data", json::Value(std::move(items))).member("total", total);
    writer.key("pagination").beginObject();
    writer.member("offset", page.offset()).member("limit", page.size).member("count", count);
    writer.member("current_page", page.page).member("total_pages", pages);
    writer.member("has_next", page.page < pages).member("has_previous", page.page > 1 && pages > 0);
    writer.endObject().endObject();
    return http::Response::json(std::move(body));
}

Result<http::Response> bareList(const Call &call, json::Array items, std::int64_t total, const PageRequest &page)
{
    const std::int64_t pages = pageCount(total, page.size);
    if (page.page > 1 && page.page > pages)
        return failure(ErrorCode::NotFound, u"There is no page %1."_s.arg(page.page));
    QByteArray body;
    json::Writer writer(body);
    writer.beginObject().member("count", total);
    writer.member("next", page.page < pages ? pageUrl(call, page.page + 1) : json::Value());
    writer.member("previous", page.page > 1 ? pageUrl(call, page.page - 1) : json::Value());
    writer.member("results", json::Value(std::move(items))).endObject();
    return http::Response::json(std::move(body));
}

} // namespace tenantry::server
