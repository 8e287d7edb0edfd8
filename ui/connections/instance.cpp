// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/instance.h"

namespace tenantry::ui {

Instance::Instance(QString title, std::unique_ptr<client::Api> api, std::unique_ptr<LocalServer> server, QString folder)
    : m_title(std::move(title))
    , m_api(std::move(api))
    , m_connection(*m_api)
    , m_server(std::move(server))
    , m_folder(std::move(folder))
    , m_log(m_server ? m_server->log() : nullptr)
{
}

Instance::~Instance() = default;

} // namespace tenantry::ui
