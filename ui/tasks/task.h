// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QDateTime>
#include <QObject>
#include <QString>

#include <deque>
#include <functional>
#include <optional>

namespace tenantry::ui {

/// A piece of work that goes on while the user does something else: how far it is, what it said, and a way to end it.
/// Whoever does the work reports here and ends the task; TaskList makes and owns it. Lives on the GUI thread.
class Task : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Running,
        Cancelling, ///< asked to end, and not ended yet
        Done,
        Cancelled,
        Failed,
    };

    struct Line
    {
        QDateTime at; ///< UTC
        QString text;
    };
    /// Of the log; older ones make room.
    static constexpr int mostLines = 1000;

    /// `instance`: the title of the one it works on, or empty. `cancel` asks whoever works to stop, which then ends the
    /// task; without one it cannot be cancelled.
    Task(QString title, QString instance, std::function<void()> cancel, QObject *parent = nullptr);

    QString title() const { return m_title; }
    QString instance() const { return m_instance; }
    State state() const { return m_state; }
    bool isRunning() const { return m_state == State::Running || m_state == State::Cancelling; }
    /// From 0 to 1; nothing while that is not known.
    std::optional<double> progress() const { return m_progress; }
    /// What goes on now, or how it ended: a sentence.
    QString activity() const { return m_activity; }
    const std::deque<Line> &log() const { return m_log; }
    QDateTime startedAt() const { return m_startedAt; } ///< UTC
    QDateTime endedAt() const { return m_endedAt; }     ///< UTC; invalid while it runs

    bool canCancel() const { return m_state == State::Running && m_cancel; }
    /// Does nothing when it cannot be cancelled, or has been already.
    void cancel();

    bool hasResult() const { return bool(m_showResult); }
    /// Shows what was made: opens the file, selects the node.
    void showResult() const;

    /// What goes on from now on, which the log keeps too.
    void report(const QString &activity);
    void setProgress(std::optional<double> progress);
    /// For the log alone.
    void addLine(const QString &text);

    /// Ends it; what comes later is dropped. `showResult` may be empty.
    void succeed(const QString &message, std::function<void()> showResult = {});
    /// Ends it as failed, or, with ErrorCode::Cancelled, as cancelled.
    void fail(const Error &error);

signals:
    void changed();
    void lineAdded();
    void ended();

private:
    void end(State state, const QString &message);

    QString m_title;
    QString m_instance;
    std::function<void()> m_cancel;
    std::function<void()> m_showResult;
    State m_state = State::Running;
    std::optional<double> m_progress;
    QString m_activity;
    std::deque<Line> m_log;
    QDateTime m_startedAt;
    QDateTime m_endedAt;
};

} // namespace tenantry::ui
