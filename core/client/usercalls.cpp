// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/usercalls.h"

#include "core/client/decode.h"
#include "core/client/paging.h"

using namespace Qt::StringLiterals;

namespace tenantry::client::usercalls {

namespace {

QString collection(const QString &site)
{
    return u"/sites/%1/api/users/"_s.arg(encoded(site));
}

QString addressOf(const QString &site, const SiteUser &user)
{
    return collection(site) + encoded(user.username) + u'/';
}

Result<SiteUser> decodeEnveloped(const json::Value &answer)
{
    return decodeSiteUser(answer["data"]);
}

} // namespace

Reply<Page<SiteUser>> list(Api &api, const QString &site, int page, const QString &search)
{
    return api.send(site, Request::get(collection(site), pageQuery(page, search))).map([](const json::Value &answer) {
        return decodeEnvelopePage(answer, &decodeSiteUser);
    });
}

Reply<SiteUser> create(Api &api, const QString &site, json::Object fields)
{
    return api.send(site, Request::post(collection(site), std::move(fields))).map(&decodeEnveloped);
}

Reply<SiteUser> change(Api &api, const QString &site, const SiteUser &user, json::Object fields)
{
    return api.send(site, {Method::Patch, addressOf(site, user), {}, std::move(fields)}).map(&decodeEnveloped);
}

Reply<json::Value> remove(Api &api, const QString &site, const SiteUser &user)
{
    return api.send(site, {Method::Delete, addressOf(site, user), {}, {}});
}

} // namespace tenantry::client::usercalls
