// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/task.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

Task::Task(QString title, QString instance, std::function<void()> cancel, QObject *parent)
    : QObject(parent)
    , m_title(std::move(title))
    , m_instance(std::move(instance))
    , m_cancel(std::move(cancel))
    , m_activity(tr("Beginning\u2026"))
    , m_startedAt(QDateTime::currentDateTimeUtc())
{
}

void Task::cancel()
{
    if (!canCancel())
        return;
    m_state = State::Cancelling;
    report(tr("Cancelling\u2026"));
    m_cancel(); // which may end it at once
}

void Task::showResult() const
{
    if (m_showResult)
        m_showResult();
}

void Task::report(const QString &activity)
{
    if (!isRunning())
        return;
    m_activity = activity;
    addLine(activity);
    emit changed();
}

void Task::setProgress(std::optional<double> progress)
{
    if (!isRunning())
        return;
    m_progress = progress;
    if (m_progress)
        m_progress = std::clamp(*m_progress, 0.0, 1.0);
    emit changed();
}

void Task::addLine(const QString &text)
{
    if (m_log.size() == mostLines)
        m_log.pop_front();
    m_log.push_back({QDateTime::currentDateTimeUtc(), text});
    emit lineAdded();
}

void Task::succeed(const QString &message, std::function<void()> showResult)
{
    if (!isRunning())
        return;
    m_progress = 1.0;
    m_showResult = std::move(showResult);
    end(State::Done, message);
}

void Task::fail(const Error &error)
{
    const QString message = error.detail.isEmpty() ? error.message : error.message + u' ' + error.detail;
    end(error.code == ErrorCode::Cancelled ? State::Cancelled : State::Failed, message);
}

void Task::end(State state, const QString &message)
{
    if (!isRunning())
        return;
    report(message);
    m_state = state;
    m_endedAt = QDateTime::currentDateTimeUtc();
    emit changed();
    emit ended();
}

} // namespace tenantry::ui
