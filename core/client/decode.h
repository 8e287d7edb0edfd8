// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/client/resources.h"

/// From the API's JSON to the values of resources.h. What is missing is left empty, since servers newer or older than
/// the console answer too; only what cannot be done without is an error.
namespace tenantry::client {

Result<Organization> decodeOrganization(const json::Value &answer);
Result<SiteSummary> decodeSite(const json::Value &answer);
Result<Domain> decodeDomain(const json::Value &answer);
Result<SiteUser> decodeSiteUser(const json::Value &answer);
Result<Member> decodeMember(const json::Value &answer);
Result<AppSummary> decodeApp(const json::Value &answer);
Result<TableSummary> decodeTableSummary(const json::Value &answer);
Result<TableDetail> decodeTable(const json::Value &answer);
Result<RowPage> decodeRows(const json::Value &answer, const std::vector<Column> &columns);

/// ErrorCode::Unavailable: `what` was not in the answer.
Error missingInAnswer(QLatin1StringView what);

/// {"count", "next", "results"}
template<class T>
Result<Page<T>> decodeBarePage(const json::Value &answer, Result<T> (*decode)(const json::Value &))
{
    Page<T> page;
    for (const json::Value &item : answer["results"].array())
        page.items.push_back(TRY(decode(item)));
    page.total = answer["count"].integer().value_or(std::int64_t(page.items.size()));
    page.hasNext = answer["next"].isString();
    return page;
}

/// {"data", "total", "pagination"}
template<class T>
Result<Page<T>> decodeEnvelopePage(const json::Value &answer, Result<T> (*decode)(const json::Value &))
{
    Page<T> page;
    for (const json::Value &item : answer["data"].array())
        page.items.push_back(TRY(decode(item)));
    page.total = answer["total"].integer().value_or(std::int64_t(page.items.size()));
    page.hasNext = answer["pagination"]["has_next"].boolean();
    return page;
}

} // namespace tenantry::client
