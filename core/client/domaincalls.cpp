// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/domaincalls.h"

#include "core/client/decode.h"
#include "core/client/paging.h"

using namespace Qt::StringLiterals;

namespace tenantry::client::domaincalls {

namespace {

QString collection(const QString &site)
{
    return u"/api/cloud/sites/%1/domains/"_s.arg(encoded(site));
}

QString addressOf(const QString &site, const Domain &domain)
{
    return collection(site) + encoded(domain.slug) + u'/';
}

} // namespace

Reply<Page<Domain>> list(Api &api, const QString &site, int page)
{
    return api.sendPlatform(Request::get(collection(site), pageQuery(page))).map([](const json::Value &answer) {
        return decodeBarePage(answer, &decodeDomain);
    });
}

Reply<Domain> add(Api &api, const QString &site, const QString &hostName)
{
    json::Object body;
    body.set("domain", hostName);
    return api.sendPlatform(Request::post(collection(site), std::move(body))).map(&decodeDomain);
}

Reply<json::Value> makePrimary(Api &api, const QString &site, const Domain &domain)
{
    json::Object body;
    body.set("is_primary", true);
    return api.sendPlatform({Method::Patch, addressOf(site, domain), {}, std::move(body)});
}

Reply<json::Value> remove(Api &api, const QString &site, const Domain &domain)
{
    return api.sendPlatform({Method::Delete, addressOf(site, domain), {}, {}});
}

} // namespace tenantry::client::domaincalls
