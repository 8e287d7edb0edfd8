// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/rowpage.h"

#include "core/json/writer.h"
#include "server/api/rowendpoint.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

void writePagination(json::Writer &writer, const data::RowPage &page)
{
    const auto &[offset, limit] = page.window;
    writer.beginObject().member("offset", offset).member("limit", limit).member("count", page.count);
    writer.member("current_page", offset / limit + 1).key("total_pages");
    if (page.isCounted)
        writer.value(std::max<std::int64_t>(1, (page.total + limit - 1) / limit));
    else
        writer.null();
    const bool hasNext = page.isCounted ? page.total - limit > offset : page.hasNext;
    writer.member("page_size", limit).member("has_next", hasNext).member("has_previous", offset > 0).endObject();
}

} // namespace

http::Response pageAnswer(const data::RowPage &page, const QByteArray &aggregates)
{
    QByteArray body;
    body.reserve(page.rows.size() + 384);
    json::Writer writer(body);
    const QString message = page.remark.isEmpty() ? rowCount(page.count) : rowCount(page.count) + u"; "_s + page.remark;
    writer.beginObject().member("status", "success").member("message", message);
    writer.key("data").raw(page.rows).key("total");
    if (page.isCounted)
        writer.value(page.total);
    else
        writer.null();
    if (!aggregates.isEmpty())
        writer.key("aggregates").raw(aggregates);
    if (page.wanted == data::Wanted::Rows) {
        writer.key("pagination");
        writePagination(writer, page);
    }
    writer.endObject();
    return http::Response::json(std::move(body));
}

http::Response graphAnswer(const data::GraphAnswer &graph)
{
    QByteArray body;
    body.reserve(graph.data.size() + 384);
    json::Writer writer(body);
    writer.beginObject().member("status", "success").member("message", rowCount(graph.total.value_or(graph.starts)));
    writer.key("data").raw(graph.data);
    if (graph.total)
        writer.member("total", *graph.total);
    if (graph.startsInAll) {
        data::RowPage starts;
        starts.window = graph.window;
        starts.count = graph.starts;
        starts.total = *graph.startsInAll;
        writer.key("pagination");
        writePagination(writer, starts);
    }
    writer.endObject();
    return http::Response::json(std::move(body));
}

} // namespace tenantry::server
