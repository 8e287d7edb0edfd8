// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/middleware/accesslog.h"

#include "core/log/log.h"
#include "server/middleware/correlation.h"
#include "server/middleware/suspicion.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

constexpr std::chrono::milliseconds slow{500};

bool isLogged(const Call &call)
{
    return call.request.path.contains("/api/") || call.request.path.contains("/_allauth/");
}

json::Value text(const QByteArray &bytes)
{
    return std::string_view(bytes.data(), std::size_t(bytes.size()));
}

QByteArray routeOf(const Call &call)
{
    return call.endpoint && !call.endpoint->path.isEmpty() ? call.basePath + call.endpoint->path : "(no route)";
}

const char *securityEvent(int status)
{
    switch (status) {
    case 401:
        return "auth_failure";
    case 403:
        return "permission_denied";
    case 429:
        return "rate_limited";
    default:
        return nullptr;
    }
}

void logForSecurity(const Log &log, const Call &call, const char *event, json::Value sign = {})
{
    const json::Value method = text(http::nameOf(call.request.method));
    const json::Value path = text(routeOf(call));
    const json::Value address = text(call.request.remoteAddress);
    if (sign.isNull())
        log.write(Logger::Security, LogLevel::Warning, u"refused"_s, logContextOf(call),
                  {{"event_type", event}, {"method", method}, {"path", path}, {"remote_addr", address}});
    else
        log.write(
            Logger::Security, LogLevel::Warning, u"suspicious"_s, logContextOf(call),
            {{"event_type", event}, {"method", method}, {"path", path}, {"remote_addr", address}, {"sign", sign}});
}

void logWhatIsOfSecurity(const Log &log, const Call &call, int status)
{
    if (const char *event = securityEvent(status))
        logForSecurity(log, call, event);
    if (const QByteArray sign = suspicionOf(call.request); !sign.isEmpty())
        logForSecurity(log, call, "suspicious_request", text(sign));
}

void logAnswer(const Log &log, const Call &call, int status)
{
    const auto took = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - call.arrived);
    const LogContext context = logContextOf(call);
    const json::Value method = text(http::nameOf(call.request.method));
    const json::Value path = text(routeOf(call));
    log.write(Logger::Api, LogLevel::Info, u"answered"_s, context,
              {{"event_type", "api_response"},
               {"method", method},
               {"path", path},
               {"status_code", status},
               {"duration_ms", std::round(took.count() * 1000) / 1000},
               {"remote_addr", text(call.request.remoteAddress)},
               {"user_agent", text(call.request.header("User-Agent"))}});
    if (took >= slow)
        log.write(Logger::Performance, LogLevel::Warning, u"slow request"_s, context,
                  {{"event_type", "slow_request"}, {"method", method}, {"path", path}, {"duration_ms", took.count()}});
}

} // namespace

Middleware accessLog(const Log &log)
{
    return {[&log](Call &call) -> Result<void> {
                if (isLogged(call) && log.wants(LogLevel::Info))
                    log.write(Logger::Api, LogLevel::Info, u"asked"_s, logContextOf(call),
                              {{"event_type", "api_request"},
                               {"method", text(http::nameOf(call.request.method))},
                               {"remote_addr", text(call.request.remoteAddress)}});
                return {};
            },
            [&log](const Call &call, http::Response &response) {
                if (!log.wants(LogLevel::Warning))
                    return;
                logWhatIsOfSecurity(log, call, response.status);
                if (isLogged(call))
                    logAnswer(log, call, response.status);
            }};
}

void logFailedSignIn(const Log &log, const Call &call)
{
    logForSecurity(log, call, "auth_failure");
}

void logRefusal(const Log &log, const http::Refusal &refusal, const QByteArray &correlationId)
{
    if (!log.wants(LogLevel::Info))
        return;
    LogContext context;
    context.correlationId = QString::fromLatin1(correlationId);
    const bool hasHead = !refusal.head.path.isEmpty();
    log.write(Logger::Api, LogLevel::Info, u"refused unread"_s, context,
              {{"event_type", "api_response"},
               {"method", hasHead ? text(http::nameOf(refusal.head.method)) : json::Value("(none)")},
               {"path", "(no route)"},
               {"status_code", refusal.status},
               {"reason", refusal.error.message},
               {"remote_addr", text(refusal.head.remoteAddress)},
               {"user_agent", text(refusal.head.header("User-Agent"))}});
}

LogContext logContextOf(const Call &call)
{
    LogContext context;
    context.correlationId = QString::fromLatin1(call.correlationId);
    context.site = call.site ? call.site->slug() : QString();
    context.user = call.user ? call.user->username : call.account ? call.account->username : QString();
    const auto named = [&](const char *header) {
        const QByteArray sent = call.request.header(header);
        return isTraceId(sent) ? QString::fromLatin1(sent) : QString();
    };
    context.executionId = named("X-Execution-ID");
    context.functionId = named("X-Function-ID");
    return context;
}

} // namespace tenantry::server
