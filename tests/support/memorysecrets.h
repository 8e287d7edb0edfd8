// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/secretstore.h"

#include <QHash>

#include <memory>

namespace tenantry::test {

/// A keychain in memory, for tests that must not touch the one of whoever runs them.
class MemorySecrets : public ui::SecretStore
{
public:
    /// What is kept; outlives the store, as a keychain outlives the console.
    struct Kept
    {
        QHash<QString, QString> secrets;
        std::optional<Error> failure; ///< what every call ends with
    };

    explicit MemorySecrets(std::shared_ptr<Kept> kept)
        : m_kept(std::move(kept))
    {
    }

    client::Reply<std::optional<QString>> read(const QString &key) override
    {
        using Found = std::optional<QString>;
        if (m_kept->failure)
            return Result<Found>(tl::unexpected(*m_kept->failure));
        return Result<Found>(m_kept->secrets.contains(key) ? Found(m_kept->secrets.value(key)) : Found());
    }

    client::Reply<void> write(const QString &key, const QString &secret) override
    {
        if (!m_kept->failure)
            m_kept->secrets.insert(key, secret);
        return outcome();
    }

    client::Reply<void> remove(const QString &key) override
    {
        if (!m_kept->failure)
            m_kept->secrets.remove(key);
        return outcome();
    }

private:
    Result<void> outcome() const
    {
        return m_kept->failure ? Result<void>(tl::unexpected(*m_kept->failure)) : Result<void>();
    }

    std::shared_ptr<Kept> m_kept;
};

} // namespace tenantry::test
