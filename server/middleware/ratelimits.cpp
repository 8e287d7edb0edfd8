// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/middleware/ratelimits.h"

#include "core/config/config.h"
#include "server/middleware/slidingwindow.h"
#include "server/services.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

constexpr Micros minute = 60'000'000;
constexpr Micros hour = 60 * minute;

/// The windows of all classes.
struct Windows
{
    explicit Windows(const Config &config)
        : anonymous({config.anonymousPerHour, hour})
        , signedIn({config.signedInPerHour, hour})
        , controlWrites({config.controlWritesPerMinute, minute})
        , signIns({config.signInsPerMinute, minute})
    {
    }

    SlidingWindow anonymous;
    SlidingWindow signedIn;
    SlidingWindow controlWrites;
    SlidingWindow signIns;
};

/// Who is counted: the user, else the account, else the address.
QByteArray callerOf(const Call &call)
{
    if (call.user)
        return "user " + call.user->siteUuid.toLatin1() + ' ' + call.user->id.toLatin1();
    if (call.account)
        return "account " + call.account->uuid.toLatin1();
    return "address " + call.request.remoteAddress;
}

SlidingWindow::Verdict count(Windows &windows, const Call &call, Micros now)
{
    if (call.endpoint->rate == RateClass::SignIn)
        return windows.signIns.admit(call.request.remoteAddress, now);
    if (call.endpoint->rate == RateClass::ControlWrite) {
        const SlidingWindow::Verdict burst = windows.controlWrites.admit(callerOf(call), now);
        if (!burst.admitted)
            return burst;
    }
    SlidingWindow &general = call.user || call.account ? windows.signedIn : windows.anonymous;
    return general.admit(callerOf(call), now);
}

tl::unexpected<Error> refused(const SlidingWindow::Verdict &verdict, Micros now)
{
    const Micros seconds = std::max<Micros>(1, (verdict.reset - now + 999'999) / 1'000'000);
    Error error = Error::make(ErrorCode::RateLimited, u"Too many requests; try again in %1 seconds."_s.arg(seconds));
    error.data = "{\"retry_after\":" + QByteArray::number(seconds) + '}';
    return failure(std::move(error));
}

/// Says in the answer's headers what is left of the limit that was looked at last, or refuses.
Result<void> judged(const SlidingWindow::Verdict &verdict, Call &call, Micros now)
{
    auto &headers = call.answerHeaders;
    std::erase_if(headers, [](const auto &header) { return header.first.startsWith("X-RateLimit-"); });
    headers.emplace_back("X-RateLimit-Limit", QByteArray::number(verdict.limit));
    headers.emplace_back("X-RateLimit-Remaining", QByteArray::number(verdict.remaining));
    headers.emplace_back("X-RateLimit-Reset", QByteArray::number(verdict.reset / 1'000'000));
    if (!verdict.admitted)
        return refused(verdict, now);
    return {};
}

bool asksForRelatedRows(const Call &call)
{
    return call.query.has(u"populate"_s) || call.body.object().contains("populate");
}

/// A window, unless there is no limit.
std::shared_ptr<SlidingWindow> perMinute(int events)
{
    return events > 0 ? std::make_shared<SlidingWindow>(SlidingWindow::Limit{events, minute}) : nullptr;
}

} // namespace

Middleware rateLimits(const Services &services)
{
    if (services.config.local || !services.config.rateLimits)
        return {};
    const auto windows = std::make_shared<Windows>(services.config);
    return {[windows, &clock = services.clock](Call &call) -> Result<void> {
                if (call.endpoint->rate == RateClass::Exempt)
                    return {};
                const Micros now = clock.now();
                return judged(count(*windows, call, now), call, now);
            },
            {}};
}

Middleware rowListLimits(const Services &services)
{
    const Config &config = services.config;
    const auto lists = perMinute(config.rowListsPerMinute);
    const auto populated = perMinute(config.populatedListsPerMinute);
    if (config.local || !config.rateLimits || (!lists && !populated))
        return {};
    return {[lists, populated, &clock = services.clock](Call &call) -> Result<void> {
                if (call.endpoint->rate != RateClass::RowList)
                    return {};
                const auto &window = populated && asksForRelatedRows(call) ? populated : lists;
                if (!window)
                    return {};
                const Micros now = clock.now();
                return judged(window->admit(callerOf(call), now), call, now);
            },
            {}};
}

} // namespace tenantry::server
