// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/api.h"

#include <QDeadlineTimer>
#include <QTimer>

#include <chrono>

namespace tenantry::ui {

/// Whether a server answers, learned from every call the console makes there. Once one stays without an answer it asks
/// /health/live/, which needs no account, again and again until somebody answers, waiting longer each time. It changes
/// nothing else: edits stay, calls may be made at any time.
class Connection : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Connected, ///< what was asked last was answered
        Retrying,  ///< it was not; is asked again when untilRetry() is over
        Offline,   ///< was asked often enough: only retryNow(), or a call, asks again
    };

    /// How long it waits, and how often.
    struct Schedule
    {
        std::chrono::milliseconds first{1'000}; ///< before the first attempt; doubled after each
        std::chrono::milliseconds longest{30'000};
        std::chrono::milliseconds patience{10'000}; ///< for the answer to an attempt
        std::chrono::milliseconds idle{30'000};     ///< without any call; then it looks whether the server is there
        int attempts = 12;                          ///< about five minutes
    };

    /// `api` must outlive it.
    explicit Connection(client::Api &api, QObject *parent = nullptr);
    Connection(client::Api &api, const Schedule &schedule, QObject *parent = nullptr);
    ~Connection() override;

    State state() const { return m_state; }
    /// Why nobody answers, as a sentence for the user; empty while connected.
    QString problem() const { return m_problem; }
    /// An attempt is under way.
    bool isTrying() const { return m_trying; }
    /// Until the next attempt, rounded up; zero when none is waited for.
    std::chrono::seconds untilRetry() const;

    /// Asks at once, whatever the state.
    void retryNow();

signals:
    /// state() or problem() is another.
    void stateChanged();
    /// untilRetry() or isTrying() is another.
    void countdownChanged();

private:
    void heard(const client::Exchange &exchange);
    void triedInVain(const QString &problem);
    void probe();
    void answered();
    void lost(const QString &problem);
    void become(State state, const QString &problem);
    void waitForNext();

    const Schedule m_schedule;
    client::Transport m_server; ///< asks without an account, and without being listed among the console's requests
    State m_state = State::Connected;
    QString m_problem;
    bool m_trying = false;
    int m_attempts = 0; ///< in vain, since it was connected or retryNow()
    client::CancelToken m_probe;
    QDeadlineTimer m_next;
    QTimer m_tick; ///< each second of the countdown, and its end
    QTimer m_patience;
    QTimer m_idle;
};

} // namespace tenantry::ui
