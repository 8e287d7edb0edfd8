// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/controlplane.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

/// The older path of the same resource, where there is one.
std::vector<QByteArray> aliasesOf(const QByteArray &path)
{
    const QByteArray canonical = "/api/cloud/";
    for (const QByteArray resource : {"organizations/", "sites/"}) {
        if (path.startsWith(canonical + resource))
            return {"/api/" + path.sliced(canonical.size())};
    }
    return {};
}

} // namespace

Endpoint controlPlaneEndpoint(http::Method method, const QByteArray &path, const QByteArray &operationId,
                              const QByteArray &summary)
{
    Endpoint endpoint;
    endpoint.method = method;
    endpoint.path = path;
    endpoint.aliases = aliasesOf(path);
    endpoint.operationId = operationId;
    endpoint.summary = summary;
    endpoint.tenancy = Tenancy::Platform;
    endpoint.credential = Credential::Required;
    endpoint.shape = Shape::Bare;
    endpoint.rate = method == http::Method::Get ? RateClass::Default : RateClass::ControlWrite;
    return endpoint;
}

Result<PlatformPrincipal> accountOf(const Call &call)
{
    if (!call.account)
        return failure(ErrorCode::Forbidden, u"This user of the site has no platform account."_s);
    return *call.account;
}

Result<std::int64_t> idOf(const Call &call, const char *parameter, const QString &message)
{
    bool isNumber = false;
    const std::int64_t id = call.path(parameter).toLongLong(&isNumber);
    if (!isNumber)
        return failure(ErrorCode::NotFound, message);
    return id;
}

Window windowOf(const PageRequest &page)
{
    return {page.offset(), page.size};
}

Result<std::optional<bool>> activeFilter(const Query &query)
{
    const QString name = u"is_active"_s;
    const std::optional<QString> value = query.value(name);
    if (!value)
        return std::optional(true);
    if (*value == "all"_L1 || *value == "*"_L1)
        return std::optional<bool>();
    const auto active = query.boolean(name);
    if (!active)
        return failure(Error::field(name, u"Must be true, false or all."_s));
    return *active;
}

QString textParameter(const Query &query, const QString &name)
{
    return query.value(name).value_or(QString());
}

std::vector<Field> listParameters(std::vector<Field> more)
{
    more.push_back({.name = "page", .type = FieldType::Integer, .description = "From 1"});
    more.push_back({.name = "page_size", .type = FieldType::Integer, .description = "20, at most 100"});
    return more;
}

Answer answeredEmpty(Later<void> done)
{
    return std::move(done).map([](Result<void> result) -> Result<http::Response> {
        TRY(result);
        return http::Response::noContent();
    });
}

} // namespace tenantry::server
