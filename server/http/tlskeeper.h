// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/tlscontext.h"

#include <mutex>

namespace tenantry::http {

/// The certificate new connections are made with, or none. Thread-safe.
class TlsKeeper
{
public:
    explicit TlsKeeper(std::shared_ptr<const TlsContext> context)
        : m_context(std::move(context))
    {
    }

    std::shared_ptr<const TlsContext> current() const
    {
        const std::lock_guard lock(m_mutex);
        return m_context;
    }

    /// Connections that are open keep theirs.
    void replace(std::shared_ptr<const TlsContext> context)
    {
        const std::lock_guard lock(m_mutex);
        m_context = std::move(context);
    }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const TlsContext> m_context;
};

} // namespace tenantry::http
