// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dispatcher.h"

#include "core/base/ids.h"
#include "core/json/reader.h"
#include "core/log/log.h"
#include "core/tenancy/siteprefix.h"
#include "server/middleware/accesslog.h"
#include "server/middleware/securityheaders.h"
#include "server/routing/errorwriter.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

/// The path without the prefix of a site, should it have one. Good enough to find a limit by; which tenant is meant is
/// decided later.
QByteArrayView withoutSitePrefix(QByteArrayView path)
{
    for (const QByteArrayView prefix : {QByteArrayView("/sites/"), QByteArrayView("/site/")}) {
        if (!path.startsWith(prefix))
            continue;
        const qsizetype end = path.indexOf('/', prefix.size());
        return end < 0 ? QByteArrayView("/") : path.sliced(end);
    }
    return path;
}

/// Requests wait in one lane per tenant, as far as the address tells: the names of one site may be several lanes, and
/// that harms nobody.
ThreadPool::Lane laneOf(const http::Request &request)
{
    const auto prefix = request.path.startsWith("/site") ? SitePrefix::of(request.path) : std::nullopt;
    const std::size_t lane = qHash(prefix ? prefix->slug : request.host, qHash(request.header("X-Tenant")));
    return lane == ThreadPool::common ? lane + 1 : lane;
}

/// The family a path belongs to when no endpoint says.
Shape shapeOf(const Call &call)
{
    if (call.endpoint)
        return call.endpoint->shape;
    return call.localPath.startsWith("/_allauth/") ? Shape::Headless : Shape::Bare;
}

/// As many headers as the way back adds, about.
constexpr std::size_t addedLater = 8;

/// What the caller is not told.
void logCause(const Log &log, const Call &call, const Error &error)
{
    if (error.code == ErrorCode::Forbidden) {
        log.write(
            Logger::Security, LogLevel::Warning, error.message, logContextOf(call),
            {{"event_type", "decision"}, {"decision", json::read(error.cause.toStdString()).value_or(error.cause)}});
        return;
    }
    const bool fault = error.code == ErrorCode::Internal;
    log.write(Logger::App, fault ? LogLevel::Error : LogLevel::Info, error.message, logContextOf(call),
              {{"event_type", fault ? "fault" : "refusal"}, {"cause", error.cause}});
}

} // namespace

Dispatcher::Dispatcher(const Router &router, std::vector<Middleware> chain, ThreadPool &workers, const Log &log)
    : m_router(router)
    , m_chain(std::move(chain))
    , m_workers(workers)
    , m_log(log)
{
}

qint64 Dispatcher::bodyLimit(const http::Request &head) const
{
    const Endpoint *endpoint = m_router.match(head.method, withoutSitePrefix(head.path)).endpoint;
    return endpoint ? endpoint->bodyLimit : Endpoint().bodyLimit;
}

void Dispatcher::handle(http::Request request, http::Reply reply)
{
    auto call = std::make_shared<Call>();
    call->arrived = std::chrono::steady_clock::now();
    call->request = std::move(request);
    const ThreadPool::Lane lane = laneOf(call->request);
    ++m_running;
    if (!m_workers.post([this, call, reply] { run(call, reply); }, lane)) {
        const Error busy = Error::make(ErrorCode::Unavailable, u"The server is busy; try again in a moment."_s);
        reply.send(refusal({busy, describe(busy.code).status, call->request}));
        --m_running;
    }
}

void Dispatcher::waitUntilIdle(QDeadlineTimer deadline) const
{
    while (m_running > 0 && !deadline.hasExpired())
        QThread::msleep(5);
}

http::Response Dispatcher::refusal(const http::Refusal &refusal) const
{
    const QByteArray correlationId = newUuid().toLatin1();
    http::Response response = errorResponse(refusal.error, Shape::Bare, correlationId);
    response.status = refusal.status;
    response.header("X-Correlation-ID", correlationId);
    addSecurityHeaders(response, refusal.head.secure);
    if (refusal.error.code == ErrorCode::MethodNotAllowed)
        response.header("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
    logRefusal(m_log, refusal, correlationId);
    return response;
}

void Dispatcher::run(const std::shared_ptr<Call> &call, const http::Reply &reply)
{
    call->query = Query::parse(call->request.query);
    std::size_t entered = 0;
    Answer given = answer(call, entered);
    std::move(given).later().then([this, call, reply, entered](Result<http::Response> result) {
        reply.send(finished(*call, std::move(result), entered));
        --m_running;
    });
}

Answer Dispatcher::answer(const std::shared_ptr<Call> &call, std::size_t &entered) const
try {
    for (const Middleware &step : m_chain) {
        ++entered;
        if (!step.before)
            continue;
        if (Result<void> taken = step.before(*call); !taken)
            return failure(std::move(taken).error());
    }
    return call->endpoint->handler(call);
} catch (const std::exception &exception) {
    // Nothing of ours throws; memory that ran out must end this request, and not everybody's.
    return failure(Error::internal(QString::fromLocal8Bit(exception.what())));
}

http::Response Dispatcher::finished(const Call &call, Result<http::Response> result, std::size_t entered) const
{
    if (!result && !result.error().cause.isEmpty())
        logCause(m_log, call, result.error());
    http::Response response =
        result ? std::move(*result) : errorResponse(result.error(), shapeOf(call), call.correlationId);
    response.headers.reserve(response.headers.size() + call.answerHeaders.size() + addedLater);
    response.headers.insert(response.headers.end(), call.answerHeaders.begin(), call.answerHeaders.end());
    while (entered-- > 0) {
        if (m_chain[entered].after)
            m_chain[entered].after(call, response);
    }
    return response;
}

} // namespace tenantry::server
