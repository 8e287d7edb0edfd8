// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/membercalls.h"

#include "core/client/decode.h"
#include "core/client/paging.h"

using namespace Qt::StringLiterals;

namespace tenantry::client::membercalls {

namespace {

QString collection(const QString &organization)
{
    return u"/api/cloud/organizations/%1/members/"_s.arg(encoded(organization));
}

QString addressOf(const QString &organization, const Member &member)
{
    return collection(organization) + encoded(member.username) + u'/';
}

} // namespace

Reply<Page<Member>> list(Api &api, const QString &organization, int page, const QString &search)
{
    return api.sendPlatform(Request::get(collection(organization), pageQuery(page, search)))
        .map([](const json::Value &answer) { return decodeBarePage(answer, &decodeMember); });
}

Reply<Member> add(Api &api, const QString &organization, json::Object fields)
{
    return api.sendPlatform(Request::post(collection(organization), std::move(fields))).map(&decodeMember);
}

Reply<Member> change(Api &api, const QString &organization, const Member &member, json::Object fields)
{
    return api.sendPlatform({Method::Patch, addressOf(organization, member), {}, std::move(fields)}).map(&decodeMember);
}

Reply<json::Value> remove(Api &api, const QString &organization, const Member &member)
{
    return api.sendPlatform({Method::Delete, addressOf(organization, member), {}, {}});
}

} // namespace tenantry::client::membercalls
