// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/sealedbox.h"

#include <QByteArrayList>
#include <QString>

#include <functional>
#include <mutex>
#include <optional>
#include <vector>

namespace tenantry::secrets {

/// A key that wraps the data keys of sites.
struct MasterKey
{
    QString id; ///< tells it from others and nothing of it: 16 hexadecimal digits
    Key key;
};

/// The deployment's master keys: the first wraps, all unwrap. Thread-safe.
class MasterKeys
{
public:
    /// Answers the texts of the keys, at least one.
    using Source = std::function<Result<QByteArrayList>()>;

    /// Asks the source, and again whenever reload() or a key that nobody knows yet calls for it.
    static Result<std::unique_ptr<MasterKeys>> create(Source source);

    MasterKey current() const;
    /// Nothing when it is not among them, not even now.
    std::optional<MasterKey> find(const QString &id);
    /// More than the current one: there may be something to wrap anew.
    bool hasFormer() const;
    /// When the source fails, those in use stay.
    Result<void> reload();

private:
    explicit MasterKeys(Source source)
        : m_source(std::move(source))
    {
    }
    std::optional<MasterKey> known(const QString &id) const;

    const Source m_source;
    mutable std::mutex m_mutex;
    std::vector<MasterKey> m_keys;
};

} // namespace tenantry::secrets
