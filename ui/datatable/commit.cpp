// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datatable/commit.h"

#include <algorithm>

namespace tenantry::ui {

namespace {

/// Whether other rows would fare no better, as it is not the rows that are at fault.
bool concernsAll(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Unauthorized:
    case ErrorCode::RateLimited:
    case ErrorCode::Internal:
    case ErrorCode::NotConfigured:
    case ErrorCode::Unavailable:
    case ErrorCode::Timeout:
    case ErrorCode::Cancelled:
        return true;
    default:
        return false;
    }
}

/// The positions an error about several rows names: "3.title" is a field of the fourth.
std::map<size_t, Error> byRow(const Error &error, size_t rows)
{
    std::map<size_t, Error> errors;
    for (const FieldError &field : error.fields) {
        bool isNumber = false;
        const size_t row = field.path.section(u'.', 0, 0).toULongLong(&isNumber);
        if (!isNumber || row >= rows)
            continue;
        Error &own = errors.try_emplace(row, Error::make(error.code, error.message)).first->second;
        own.fields.push_back({field.path.section(u'.', 1), field.message});
    }
    return errors;
}

} // namespace

Commit::Commit(ChangeSet &changes, client::TableAddress table, Send send, QObject *parent)
    : QObject(parent)
    , m_changes(changes)
    , m_table(std::move(table))
    , m_send(std::move(send))
{
}

Commit::~Commit()
{
    m_sending.cancel();
}

void Commit::start()
{
    if (m_running)
        return;
    m_running = true;
    m_outcome = {};
    const std::vector<CommitStep> steps = planCommit(m_changes, m_table);
    m_steps.assign(steps.begin(), steps.end());
    emit started();
    next();
}

void Commit::next()
{
    if (m_steps.empty()) {
        finish(std::nullopt);
        return;
    }
    CommitStep step = std::move(m_steps.front());
    m_steps.pop_front();
    m_sending =
        m_send(step.request).then(this, [this, step](const Result<json::Value> &answer) { answered(step, answer); });
}

void Commit::answered(const CommitStep &step, const Result<json::Value> &answer)
{
    // A row that is gone is what a deletion was to lead to.
    const bool gone = !answer && step.kind == RowChange::Kind::Removed && step.rows.size() == 1 &&
                      answer.error().code == ErrorCode::NotFound;
    if (answer || gone) {
        m_outcome.done += int(step.rows.size());
        m_changes.settle({step.rows.begin(), step.rows.end()});
    } else if (concernsAll(answer.error())) {
        finish(answer.error());
        return;
    } else {
        refused(step, answer.error());
    }
    next();
}

void Commit::refused(const CommitStep &step, const Error &error)
{
    if (step.rows.size() == 1) {
        ++m_outcome.refused;
        m_changes.refuse(step.rows.front(), error);
        return;
    }
    const std::map<size_t, Error> errors = byRow(error, step.rows.size());
    if (errors.empty()) {
        const auto middle = step.rows.begin() + std::ptrdiff_t(step.rows.size() / 2);
        again(step, {middle, step.rows.end()});
        again(step, {step.rows.begin(), middle});
        return;
    }
    std::vector<RowKey> others;
    for (size_t i = 0; i < step.rows.size(); ++i) {
        const auto own = errors.find(i);
        if (own == errors.end()) {
            others.push_back(step.rows[i]);
            continue;
        }
        ++m_outcome.refused;
        m_changes.refuse(step.rows[i], own->second);
    }
    if (!others.empty())
        again(step, std::move(others));
}

void Commit::again(const CommitStep &step, std::vector<RowKey> rows)
{
    m_steps.push_front(commitStep(m_changes, m_table, step.kind, std::move(rows)));
}

void Commit::finish(std::optional<Error> stopped)
{
    m_steps.clear();
    m_running = false;
    m_outcome.stopped = std::move(stopped);
    emit finished(m_outcome);
}

} // namespace tenantry::ui
