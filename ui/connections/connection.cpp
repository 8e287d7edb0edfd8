// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connection.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

using client::Exchange;

/// Others who answer in a server's place say that they found nobody (502 to 504), or send one elsewhere. The server
/// itself says 503 of one of its databases, so that alone does not tell.
bool isDoubtful(int status)
{
    return (status >= 300 && status < 400) || (status >= 502 && status <= 504);
}

} // namespace

Connection::Connection(client::Api &api, QObject *parent)
    : Connection(api, Schedule(), parent)
{
}

Connection::Connection(client::Api &api, const Schedule &schedule, QObject *parent)
    : QObject(parent)
    , m_schedule(schedule)
    , m_server(api.server())
{
    api.observe([guarded = QPointer(this)](const Exchange &exchange) {
        if (guarded)
            guarded->heard(exchange);
    });
    m_tick.setSingleShot(true);
    m_patience.setSingleShot(true);
    m_idle.setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, this, &Connection::waitForNext);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_probe.cancel();
        triedInVain(tr("%1 did not answer in time.").arg(m_server.base().authority()));
    });
    connect(&m_idle, &QTimer::timeout, this, &Connection::probe);
    m_idle.start(m_schedule.idle);
}

Connection::~Connection()
{
    m_probe.cancel();
}

std::chrono::seconds Connection::untilRetry() const
{
    if (m_state != State::Retrying || m_trying)
        return std::chrono::seconds(0);
    return std::chrono::ceil<std::chrono::seconds>(std::chrono::milliseconds(m_next.remainingTime()));
}

void Connection::retryNow()
{
    m_attempts = 0;
    if (m_state == State::Offline)
        become(State::Retrying, m_problem);
    probe();
}

void Connection::heard(const Exchange &exchange)
{
    if (exchange.outcome == Exchange::Outcome::NoAnswer)
        lost(exchange.problem);
    else if (exchange.outcome == Exchange::Outcome::Answered && isDoubtful(exchange.status))
        probe();
    else if (exchange.outcome == Exchange::Outcome::Answered)
        answered();
}

void Connection::probe()
{
    if (m_trying)
        return;
    m_trying = true;
    m_tick.stop();
    m_idle.stop();
    m_patience.start(m_schedule.patience);
    emit countdownChanged();
    m_probe = m_server.send(client::Request::get(u"/health/live/"_s)).then(this, [this](Result<json::Value> answer) {
        if (answer)
            answered();
        else
            triedInVain(answer.error().message);
    });
}

void Connection::answered()
{
    m_probe.cancel();
    m_patience.stop();
    m_tick.stop();
    m_trying = false;
    m_attempts = 0;
    m_idle.start(m_schedule.idle);
    become(State::Connected, {});
}

/// A call of the console's stayed without an answer.
void Connection::lost(const QString &problem)
{
    m_idle.stop();
    const bool wasRetrying = m_state == State::Retrying;
    if (m_state == State::Offline)
        m_attempts = 0; // somebody is at work again
    become(State::Retrying, problem);
    if (wasRetrying || m_trying)
        return;
    m_next = QDeadlineTimer(m_schedule.first);
    waitForNext();
}

void Connection::triedInVain(const QString &problem)
{
    m_patience.stop();
    m_trying = false;
    if (++m_attempts >= m_schedule.attempts) {
        become(State::Offline, problem);
        emit countdownChanged();
        return;
    }
    const auto doubled = m_schedule.first * (1 << std::min(m_attempts, 10));
    m_next = QDeadlineTimer(std::min<std::chrono::milliseconds>(doubled, m_schedule.longest));
    become(State::Retrying, problem);
    waitForNext();
}

void Connection::become(State state, const QString &problem)
{
    if (state == m_state && problem == m_problem)
        return;
    m_state = state;
    m_problem = problem;
    emit stateChanged();
}

void Connection::waitForNext()
{
    if (m_next.hasExpired()) {
        probe();
        return;
    }
    emit countdownChanged();
    // To the end of this second, so that each second is shown once and the last one ends the wait.
    const auto left = std::chrono::milliseconds(m_next.remainingTime());
    m_tick.start(left - (untilRetry() - std::chrono::seconds(1)) + std::chrono::milliseconds(1));
}

} // namespace tenantry::ui
