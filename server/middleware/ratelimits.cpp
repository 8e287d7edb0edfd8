// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/middleware/ratelimits.h"

#include "core/cache/cache.h"
#include "core/cache/countedaddress.h"
#include "core/config/config.h"
#include "server/middleware/authentication.h"
#include "server/services.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

constexpr Micros minute = 60'000'000;
constexpr Micros hour = 60 * minute;

using cache::RateLimit;
using cache::RateVerdict;

/// The limits of all classes.
struct Limits
{
    explicit Limits(const Config &config)
        : anonymous{config.anonymousPerHour, hour}
        , signedIn{config.signedInPerHour, hour}
        , controlWrites{config.controlWritesPerMinute, minute}
        , signIns{config.signInsPerMinute, minute}
        , invitations{config.invitationsPerMinute, minute}
        , app{config.appPerHour, hour}
    {
    }

    RateLimit anonymous;
    RateLimit signedIn;
    RateLimit controlWrites;
    RateLimit signIns;
    RateLimit invitations;
    RateLimit app;
};

/// Who is counted, and how much they may.
struct Counted
{
    QByteArray who;
    RateLimit limit;
};

QByteArray addressOf(const Call &call)
{
    return cache::countedAddress(call.request.remoteAddress);
}

/// The user, else the account, else the address.
Counted callerOf(const Call &call, const Limits &limits)
{
    if (call.user)
        return {"user " + call.user->siteUuid.toLatin1() + ' ' + call.user->id.toLatin1(), limits.signedIn};
    if (call.account)
        return {"account " + call.account->uuid.toLatin1(), limits.signedIn};
    return {"address " + addressOf(call), limits.anonymous};
}

/// Of a request that was refused before anybody knew who asks, or for who does.
Counted refusedOf(const Call &call, const Limits &limits)
{
    if (call.user || call.account || !hasCredential(call))
        return callerOf(call, limits);
    return {"refused " + addressOf(call), limits.signedIn};
}

/// The app whose data plane is asked, whoever asks; empty elsewhere.
QByteArray appOf(const Call &call)
{
    const auto isApp = [](const auto &parameter) { return parameter.first == "app"; };
    const auto app = std::ranges::find_if(call.pathParameters, isApp);
    if (!call.site || app == call.pathParameters.end())
        return {};
    return call.site->uuid().toLatin1() + ' ' + app->second.toUtf8();
}

RateVerdict count(cache::RateCounter &rates, const Limits &limits, const Call &call, const Counted &counted)
{
    if (call.endpoint->rate == RateClass::SignIn)
        return rates.admit("sign-in " + addressOf(call), limits.signIns);
    if (call.endpoint->rate == RateClass::Invitation)
        return rates.admit("invitation " + addressOf(call), limits.invitations);
    if (call.endpoint->rate == RateClass::ControlWrite) {
        const RateVerdict burst = rates.admit("control write " + counted.who, limits.controlWrites);
        if (!burst.admitted)
            return burst;
    }
    return rates.admit("any " + counted.who, counted.limit);
}

/// What the app may be asked counts for those alone who are let in, so that strangers cannot use it up.
RateVerdict countAdmitted(cache::RateCounter &rates, const Limits &limits, const Call &call)
{
    const RateVerdict verdict = count(rates, limits, call, callerOf(call, limits));
    const bool ofDoors = call.endpoint->rate == RateClass::SignIn || call.endpoint->rate == RateClass::Invitation;
    const QByteArray app = ofDoors || !verdict.admitted || limits.app.events == 0 ? QByteArray() : appOf(call);
    return app.isEmpty() ? verdict : rates.admit("app " + app, limits.app);
}

tl::unexpected<Error> refused(const RateVerdict &verdict)
{
    const Micros seconds = std::max<Micros>(1, (verdict.retryAfter + 999'999) / 1'000'000);
    Error error = Error::make(ErrorCode::RateLimited, u"Too many requests; try again in %1 seconds."_s.arg(seconds));
    error.data = "{\"retry_after\":" + QByteArray::number(seconds) + '}';
    return failure(std::move(error));
}

/// Says in the answer's headers what is left of the limit that was looked at last, or refuses.
Result<void> judged(const RateVerdict &verdict, Call &call)
{
    auto &headers = call.answerHeaders;
    std::erase_if(headers, [](const auto &header) { return header.first.startsWith("X-RateLimit-"); });
    headers.emplace_back("X-RateLimit-Limit", QByteArray::number(verdict.limit));
    headers.emplace_back("X-RateLimit-Remaining", QByteArray::number(verdict.remaining));
    headers.emplace_back("X-RateLimit-Reset", QByteArray::number(verdict.reset / 1'000'000));
    if (!verdict.admitted)
        return refused(verdict);
    return {};
}

bool asksForRelatedRows(const Call &call)
{
    return call.query.has(u"populate"_s) || call.body.object().contains("populate");
}

} // namespace

Middleware rateLimits(const Services &services)
{
    if (services.config.local || !services.config.rateLimits)
        return {};
    return {[limits = Limits(services.config), &rates = services.cache.rates()](Call &call) -> Result<void> {
                if (call.endpoint->rate == RateClass::Exempt)
                    return {};
                return judged(countAdmitted(rates, limits, call), call);
            },
            {}};
}

Middleware limitedRefusals(const Services &services, Middleware step)
{
    if (services.config.local || !services.config.rateLimits)
        return step;
    const auto limited = [limits = Limits(services.config), &rates = services.cache.rates(),
                          before = std::move(step.before)](Call &call) -> Result<void> {
        Result<void> taken = before(call);
        const bool isRefusal =
            !taken && (taken.error().code == ErrorCode::Unauthorized || taken.error().code == ErrorCode::Forbidden);
        if (isRefusal && call.endpoint->rate != RateClass::Exempt)
            TRY(judged(count(rates, limits, call, refusedOf(call, limits)), call));
        return taken;
    };
    return {limited, std::move(step.after)};
}

Middleware rowListLimits(const Services &services)
{
    const Config &config = services.config;
    const RateLimit lists{config.rowListsPerMinute, minute};
    const RateLimit populated{config.populatedListsPerMinute, minute};
    if (config.local || !config.rateLimits || (lists.events == 0 && populated.events == 0))
        return {};
    return {[lists, populated, limits = Limits(config), &rates = services.cache.rates()](Call &call) -> Result<void> {
                if (call.endpoint->rate != RateClass::RowList)
                    return {};
                const bool isPopulated = populated.events > 0 && asksForRelatedRows(call);
                const RateLimit limit = isPopulated ? populated : lists;
                if (limit.events == 0)
                    return {};
                const QByteArray kind = isPopulated ? "populated list " : "list ";
                return judged(rates.admit(kind + callerOf(call, limits).who, limit), call);
            },
            {}};
}

} // namespace tenantry::server
