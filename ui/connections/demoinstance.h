// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QObject>

#include <memory>

namespace tenantry::demo {
class DemoLoader;
}

namespace tenantry::ui {

class Instance;
class Instances;

/// The demo as a local instance in a folder of its own, started and filled when somebody asks for it. Once filled it is
/// only opened. A load that is cut off leaves an organization that says so; asking again begins anew.
class DemoInstance : public QObject
{
    Q_OBJECT

public:
    /// `instances` must outlive it.
    explicit DemoInstance(Instances &instances, QObject *parent = nullptr);
    ~DemoInstance() override;

    /// The folder, in the user's data.
    static QString directory();
    /// Why it cannot be opened now; empty when it can.
    QString whyNot() const;
    bool isLoading() const { return m_loader != nullptr; }
    /// Ends in finished(), or, when it cannot even be started, in Instances::startFailed().
    void open();

signals:
    /// What goes on, as a sentence.
    void progressed(const QString &what);
    /// `message` says whether the demo is there now, or why not.
    void finished(tenantry::ui::Instance *instance, const QString &message);

private:
    void fill(Instance *instance);
    void filled(Instance *instance, const Result<void> &result);
    void forget(const Instance *instance);

    Instances &m_instances;
    bool m_wanted = false;          ///< the instance that starts in its folder shall be filled
    Instance *m_instance = nullptr; ///< while it is open
    std::unique_ptr<demo::DemoLoader> m_loader;
};

} // namespace tenantry::ui
