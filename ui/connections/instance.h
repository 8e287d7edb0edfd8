// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/api.h"
#include "ui/connections/connection.h"
#include "ui/connections/localserver.h"

#include <memory>

namespace tenantry::ui {

/// One server the console is signed in to, remote or its own: a root of the tree.
class Instance : public QObject
{
    Q_OBJECT

public:
    Instance(QString title, std::unique_ptr<client::Api> api, std::unique_ptr<LocalServer> server = nullptr,
             QString folder = {});
    ~Instance() override;

    QString title() const { return m_title; }
    client::Api &api() { return *m_api; }
    /// Whether its server answers.
    Connection &connection() { return m_connection; }
    bool isLocal() const { return m_server != nullptr; }
    /// Of a local instance: where its data is.
    QString folder() const { return m_folder; }
    /// The last lines of a local instance's log; null for a remote one.
    std::shared_ptr<LogTail> log() const { return m_log; }
    /// The server of a local instance, for stopping it.
    std::unique_ptr<LocalServer> takeServer() { return std::move(m_server); }

private:
    QString m_title;
    std::unique_ptr<client::Api> m_api;
    Connection m_connection;
    std::unique_ptr<LocalServer> m_server;
    QString m_folder;
    std::shared_ptr<LogTail> m_log;
};

} // namespace tenantry::ui
