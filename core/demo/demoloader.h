// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/demoplan.h"

#include <QObject>

namespace tenantry::demo {

/// Puts the demo into a running instance, over its API: an organization with a production and a staging site, both with
/// the apps Store and CMS and a few thousand rows. Until all of it is there the organization is called unfinished; who
/// loads after a crash begins again, and what was cancelled or failed is removed. Never blocks; lives on one thread.
class DemoLoader : public QObject
{
public:
    struct Progress
    {
        int done = 0;
        int total = 0; ///< 0 while that is not known
        QString what;  ///< goes on now
    };
    using Watch = std::function<void(const Progress &)>;
    using Done = std::function<void(const Result<void> &)>;

    /// `api` is signed in and outlives the loader. `done` is called once, last of all, and may delete the loader later.
    DemoLoader(client::Api &api, Watch watch, Done done, QObject *parent = nullptr);

    /// Refused with ErrorCode::Conflict where the demo is already.
    void start();
    /// Lets the call that runs come to its end, then removes what was made; `done` gets ErrorCode::Cancelled.
    void cancel();

private:
    void begin(const Result<DemoPlan::State> &state);
    void load();
    void remove(std::function<void(const Result<void> &)> then);
    void run(std::vector<DemoStep> steps, std::function<void(const Result<void> &)> then);
    void next(std::size_t index);
    void giveUp(const Error &reason);

    DemoPlan m_plan;
    Watch m_watch;
    Done m_done;
    std::vector<DemoStep> m_steps;
    std::function<void(const Result<void> &)> m_afterSteps;
    bool m_cancelled = false;
    bool m_removing = false; ///< which is never cancelled
};

} // namespace tenantry::demo
