// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/instance.h"

#include <vector>

namespace tenantry::ui {

/// The servers the console is signed in to, and the way they come and go.
class Instances : public QObject
{
    Q_OBJECT

public:
    /// `makeLocalServer` may be empty: then no local one can be started.
    explicit Instances(LocalServerFactory makeLocalServer, QObject *parent = nullptr);
    ~Instances() override;

    bool canStartLocal() const { return bool(m_makeLocalServer); }
    bool isStarting() const { return m_starting != nullptr; }
    /// The folder of the local server that starts, started last, or did not start.
    QString startDirectory() const { return m_startDirectory; }
    bool isEmpty() const { return m_instances.empty(); }
    std::vector<Instance *> all() const;

    /// A server somebody has signed in to already.
    void add(const QString &title, std::unique_ptr<client::Api> api);
    /// Starts the local server over this folder and signs in; ends in added() or startFailed().
    void startLocal(const QString &directory);
    /// Signs off; a local server is stopped.
    void remove(Instance *instance);
    /// Removes all, and emits allStopped() when no local server runs any more.
    void stopAll();

signals:
    /// Before the client's first call, which signs in; whether it becomes an instance is not known yet.
    void clientMade(tenantry::client::Api *api);
    void startingChanged();
    void added(tenantry::ui::Instance *instance);
    /// The instance still stands, but only until the slots return.
    void aboutToRemove(tenantry::ui::Instance *instance);
    void startFailed(const QString &directory, const tenantry::Error &error);
    void allStopped();

private:
    void signIn(const QString &directory, const LocalServer::Access &access);
    void giveUp(const QString &directory, const Error &error);
    void append(std::unique_ptr<Instance> instance);
    void stop(std::unique_ptr<LocalServer> server);
    void goOnWhenStopped();

    LocalServerFactory m_makeLocalServer;
    std::unique_ptr<LocalServer> m_starting;
    QString m_startDirectory;
    std::vector<std::unique_ptr<Instance>> m_instances;
    std::vector<std::unique_ptr<LocalServer>> m_stopping;
    bool m_startWaits = false; ///< m_starting starts once m_stopping have ended
    bool m_closing = false;
};

} // namespace tenantry::ui
