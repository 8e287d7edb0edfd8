// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/health.h"

#include "core/json/writer.h"
#include "core/tenancy/sitedirectory.h"
#include "server/healthmonitor.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

/// A check under the name it has in the path and the key it has in the body; both are given by the contract.
struct Check
{
    const char *path;
    const char *key;
    HealthReport::State HealthReport::*state;
};

constexpr std::array checks{
    Check{"db", "database", &HealthReport::database},
    Check{"cache", "cache", &HealthReport::cache},
    Check{"celery", "celery", &HealthReport::queue},
    Check{"storage", "storage", &HealthReport::storage},
};

const char *wordFor(HealthReport::State state)
{
    switch (state) {
    case HealthReport::State::Ok:
        return "ok";
    case HealthReport::State::Unavailable:
        return "unavailable";
    case HealthReport::State::Timeout:
        return "timeout";
    }
    Q_UNREACHABLE();
}

Answer answerAll(const HealthReport &report)
{
    QByteArray body;
    json::Writer writer(body);
    writer.beginObject();
    for (const Check &check : checks)
        writer.member(check.key, wordFor(report.*check.state));
    writer.endObject();
    return http::Response::json(std::move(body), report.canServe() ? 200 : 503);
}

Answer answerOne(const HealthReport &report, const QString &name)
{
    for (const Check &check : checks) {
        if (name != QLatin1StringView(check.path))
            continue;
        const HealthReport::State state = report.*check.state;
        QByteArray body;
        json::Writer(body).beginObject().member(check.key, wordFor(state)).endObject();
        return http::Response::json(std::move(body), state == HealthReport::State::Ok ? 200 : 503);
    }
    return failure(ErrorCode::NotFound, u"There is no such check; there are db, cache, celery and storage."_s);
}

/// Which sites are out of order is for those who can do something about it.
Answer answerSites(const Services &services, const Call &call)
{
    if (!call.account || !call.account->superuser)
        return failure(ErrorCode::Forbidden, u"Only administrators of the platform may see this."_s);
    json::Array unavailable;
    for (const SitePool::Failing &site : services.sites.failing()) {
        json::Object entry;
        entry.set("slug", site.slug);
        entry.set("uuid", site.uuid);
        entry.set("message", site.error.message);
        unavailable.push_back(json::Value(std::move(entry)));
    }
    const int status = unavailable.empty() ? 200 : 503;
    json::Object body;
    body.set("unavailable", std::move(unavailable));
    return http::Response::json(json::Value(std::move(body)), status);
}

Endpoint healthEndpoint(QByteArray path, QByteArray operationId, QByteArray summary)
{
    Endpoint endpoint;
    endpoint.path = "/health/" + path;
    endpoint.aliases = {"/api/health/" + path};
    endpoint.operationId = std::move(operationId);
    endpoint.tag = "Health";
    endpoint.summary = std::move(summary);
    endpoint.tenancy = Tenancy::None;
    endpoint.credential = Credential::None;
    endpoint.shape = Shape::Bare;
    endpoint.rate = RateClass::Exempt;
    endpoint.responses = {{200, "All is well", "Health"}, {503, "Something needed is not", "Health"}};
    return endpoint;
}

} // namespace

void addHealthEndpoints(Api &api)
{
    api.openApi.addSchema("Health", json::Object{});
    const auto monitor = std::make_shared<HealthMonitor>(api.services);

    Endpoint all = healthEndpoint("", "health", "Every check");
    all.handler = [monitor](const CallPtr &) { return answerAll(monitor->report()); };
    api.router.add(std::move(all));

    Endpoint live = healthEndpoint("live/", "health_live", "The process is up");
    live.handler = [](const CallPtr &) -> Answer {
        return http::Response::json(QByteArrayLiteral("{\"status\":\"ok\"}"));
    };
    api.router.add(std::move(live));

    Endpoint ready = healthEndpoint("ready/", "health_ready", "The server can serve");
    ready.handler = [monitor](const CallPtr &) { return answerAll(monitor->report()); };
    api.router.add(std::move(ready));

    Endpoint sites =
        healthEndpoint("sites/", "health_sites", "The sites whose database could not be opened when last used");
    sites.credential = Credential::Required;
    sites.handler = [&services = api.services](const CallPtr &call) { return answerSites(services, *call); };
    api.router.add(std::move(sites));

    Endpoint one = healthEndpoint("{check}/", "health_check", "One check: db, cache, celery or storage");
    one.handler = [monitor](const CallPtr &call) { return answerOne(monitor->report(), call->path("check")); };
    api.router.add(std::move(one));
}

} // namespace tenantry::server
