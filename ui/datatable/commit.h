// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/reply.h"
#include "ui/datatable/commitplan.h"

#include <deque>

namespace tenantry::ui {

/// Sends the pending changes of one table and tells the ChangeSet what became of each row. Several rows go together,
/// where it is all or nothing; when the server refuses, those at fault are found and the others are done all the same.
/// When the server cannot be reached it stops, and what is left stays pending.
class Commit : public QObject
{
    Q_OBJECT

public:
    using Send = std::function<client::Reply<json::Value>(const client::Request &)>;

    /// How it ended.
    struct Outcome
    {
        int done = 0;                 ///< rows
        int refused = 0;              ///< rows
        std::optional<Error> stopped; ///< why not all was sent
    };

    Commit(ChangeSet &changes, client::TableAddress table, Send send, QObject *parent = nullptr);
    ~Commit() override;

    bool isRunning() const { return m_running; }
    /// Does nothing while it is running.
    void start();

signals:
    void started();
    void finished(const tenantry::ui::Commit::Outcome &outcome);

private:
    void next();
    void answered(const CommitStep &step, const Result<json::Value> &answer);
    void refused(const CommitStep &step, const Error &error);
    void again(const CommitStep &step, std::vector<RowKey> rows);
    void finish(std::optional<Error> stopped);

    ChangeSet &m_changes;
    client::TableAddress m_table;
    Send m_send;
    std::deque<CommitStep> m_steps;
    client::CancelToken m_sending;
    Outcome m_outcome;
    bool m_running = false;
};

} // namespace tenantry::ui
