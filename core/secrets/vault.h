// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/masterkeys.h"
#include "core/sql/session.h"

namespace tenantry::secrets {

/// The key that a site's secrets are sealed with. It lives as long as a closure does.
class DataKey
{
public:
    DataKey(Key key, QString siteUuid)
        : m_key(std::move(key))
        , m_siteUuid(std::move(siteUuid))
    {
    }

    /// `id` is that of the record which holds it; in another record, or another site, it cannot be opened.
    QByteArray seal(QByteArrayView plain, const QString &id) const;
    /// ErrorCode::Internal when it was changed behind the server's back.
    Result<QByteArray> open(QByteArrayView sealed, const QString &id) const;

private:
    Key m_key;
    QString m_siteUuid;
};

/// What the shared schema's data key goes by, in place of a site's UUID.
inline const QString platformPlace = QStringLiteral("public");

/// Each site, and the shared schema, has a data key, kept in its own database, wrapped by a master key, which is kept
/// elsewhere: a stolen database tells nothing. Works inside closures given to the site's read or write. Thread-safe.
class Vault
{
public:
    explicit Vault(MasterKeys &masterKeys)
        : m_masterKeys(masterKeys)
    {
    }

    /// NotConfigured when the master key that wraps it is not among the deployment's. A site without one has sealed
    /// nothing: ErrorCode::Internal.
    Result<DataKey> dataKey(sql::Session &session, const QString &siteUuid) const;
    /// Makes it when there is none.
    Result<DataKey> ensureDataKey(sql::Transaction &transaction, const QString &siteUuid) const;

    /// Whether another master key than the current one wraps the site's data key.
    Result<bool> isWrappedByFormerKey(sql::Session &session) const;
    /// Wraps it by the current one; what it has sealed stays as it is. Answers whether there was anything to do.
    Result<bool> rewrap(sql::Transaction &transaction, const QString &siteUuid) const;

private:
    MasterKeys &m_masterKeys; ///< thread-safe, and read anew when a key is unknown
};

} // namespace tenantry::secrets
