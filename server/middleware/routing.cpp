// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/middleware/routing.h"

#include "server/routing/router.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

/// Answers OPTIONS; what it allows stands in the headers other steps add.
Endpoint optionsEndpoint()
{
    Endpoint endpoint;
    endpoint.method = http::Method::Options;
    endpoint.operationId = "options";
    endpoint.tenancy = Tenancy::None;
    endpoint.credential = Credential::None;
    endpoint.rate = RateClass::Exempt;
    endpoint.handler = [](const CallPtr &) -> Answer { return http::Response::noContent(); };
    return endpoint;
}

QByteArray allowed(std::vector<http::Method> methods)
{
    if (std::find(methods.begin(), methods.end(), http::Method::Get) != methods.end())
        methods.push_back(http::Method::Head);
    methods.push_back(http::Method::Options);
    std::sort(methods.begin(), methods.end());
    QByteArrayList names;
    for (const http::Method method : methods)
        names.append(http::nameOf(method));
    return names.join(", ");
}

} // namespace

Middleware routing(const Router &router)
{
    const auto options = std::make_shared<const Endpoint>(optionsEndpoint());
    return {[&router, options](Call &call) -> Result<void> {
                if (call.endpoint)
                    return {};
                Router::Match match = router.match(call.request.method, call.localPath);
                if (match.endpoint) {
                    call.endpoint = match.endpoint;
                    call.pathParameters = std::move(match.pathParameters);
                    return {};
                }
                if (match.allowed.empty())
                    return failure(ErrorCode::NotFound, u"There is nothing at this path."_s);
                call.answerHeaders.emplace_back("Allow", allowed(std::move(match.allowed)));
                if (call.request.method == http::Method::Options) {
                    call.endpoint = options.get();
                    return {};
                }
                return failure(ErrorCode::MethodNotAllowed, u"This path does not answer %1."_s.arg(QString::fromLatin1(
                                                                http::nameOf(call.request.method))));
            },
            {}};
}

} // namespace tenantry::server
