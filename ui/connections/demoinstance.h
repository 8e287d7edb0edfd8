// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/demoplan.h"

#include <QObject>

namespace tenantry::ui {

class DemoTasks;
class Instance;
class Instances;

/// The demo as a local instance in a folder of its own, started and filled when somebody asks for it. Once filled it is
/// only opened. A load that was cut off or cancelled begins anew when it is asked for again.
class DemoInstance : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    DemoInstance(Instances &instances, DemoTasks &demos, QObject *parent = nullptr);

    /// The folder, in the user's data.
    static QString directory();
    /// Why it cannot be opened now; empty when it can.
    QString whyNot() const;
    /// Starts the instance and fills it, as a task of DemoTasks. When it cannot even be started, it ends in
    /// Instances::startFailed().
    void open();

private:
    void fill();
    void decide(const Result<demo::DemoPlan::State> &state);
    void forget(const Instance *instance);

    Instances &m_instances;
    DemoTasks &m_demos;
    bool m_wanted = false;          ///< the instance that starts in its folder shall be filled
    Instance *m_instance = nullptr; ///< while it is open
    bool m_filled = false;          ///< m_instance holds all of the demo
};

} // namespace tenantry::ui
