// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/vault.h"

using namespace Qt::StringLiterals;

namespace tenantry::secrets {

namespace {

struct WrappedKey
{
    QString masterKeyId;
    QByteArray wrapped;
};

Result<std::optional<WrappedKey>> storedKey(sql::Session &session)
{
    return session.first("SELECT master_key_id, wrapped_key FROM {data_keys} WHERE id = 1", {},
                         [](const sql::Cursor &row) {
                             return WrappedKey{row.string(0), row.string(1).toLatin1()};
                         });
}

QByteArray placeOfKey(const QString &siteUuid)
{
    return "tenantry data key of site " + siteUuid.toUtf8();
}

QByteArray placeOfRecord(const QString &siteUuid, const QString &id)
{
    return "tenantry secret " + id.toUtf8() + " of site " + siteUuid.toUtf8();
}

Result<DataKey> unwrapped(MasterKeys &masterKeys, const WrappedKey &stored, const QString &siteUuid)
{
    const auto master = masterKeys.find(stored.masterKeyId);
    if (!master)
        return failure(
            Error::make(ErrorCode::NotConfigured,
                        u"The secrets of this site are encrypted with a key that the server does not have."_s,
                        u"Add the master key they were encrypted with to the server's settings."_s)
                .withCause(u"master key "_s + stored.masterKeyId));
    const auto bytes = open(master->key, stored.wrapped, placeOfKey(siteUuid));
    if (!bytes)
        return failure(Error::internal(u"the data key of site %1 is damaged"_s.arg(siteUuid)));
    Key key = TRY(Key::from(*bytes));
    return DataKey(std::move(key), siteUuid);
}

} // namespace

QByteArray DataKey::seal(QByteArrayView plain, const QString &id) const
{
    return secrets::seal(m_key, plain, placeOfRecord(m_siteUuid, id));
}

Result<QByteArray> DataKey::open(QByteArrayView sealed, const QString &id) const
{
    auto plain = secrets::open(m_key, sealed, placeOfRecord(m_siteUuid, id));
    if (!plain)
        return failure(Error::internal(u"the sealed value of secret %1 is damaged"_s.arg(id)));
    return plain;
}

Result<DataKey> Vault::dataKey(sql::Session &session, const QString &siteUuid) const
{
    const auto stored = TRY(storedKey(session));
    if (!stored)
        return failure(Error::internal(u"site %1 has no data key"_s.arg(siteUuid)));
    return unwrapped(m_masterKeys, *stored, siteUuid);
}

Result<DataKey> Vault::ensureDataKey(sql::Transaction &transaction, const QString &siteUuid) const
{
    if (const auto stored = TRY(storedKey(transaction)))
        return unwrapped(m_masterKeys, *stored, siteUuid);
    const MasterKey master = m_masterKeys.current();
    const QByteArray wrapped = secrets::seal(master.key, Key::random().bytes(), placeOfKey(siteUuid));
    // Another server may make one at the same time: the first holds.
    TRY(transaction.execute("INSERT INTO {data_keys} (id, master_key_id, wrapped_key) VALUES (1, $1, $2) "
                            "ON CONFLICT (id) DO NOTHING",
                            {master.id, wrapped}));
    return dataKey(transaction, siteUuid);
}

Result<bool> Vault::isWrappedByFormerKey(sql::Session &session) const
{
    const auto stored = TRY(storedKey(session));
    return stored && stored->masterKeyId != m_masterKeys.current().id;
}

Result<bool> Vault::rewrap(sql::Transaction &transaction, const QString &siteUuid) const
{
    const auto stored = TRY(storedKey(transaction));
    const MasterKey master = m_masterKeys.current();
    if (!stored || stored->masterKeyId == master.id)
        return false;
    const auto former = m_masterKeys.find(stored->masterKeyId);
    if (!former)
        return failure(unwrapped(m_masterKeys, *stored, siteUuid).error());
    const auto bytes = open(former->key, stored->wrapped, placeOfKey(siteUuid));
    if (!bytes)
        return failure(Error::internal(u"the data key of site %1 is damaged"_s.arg(siteUuid)));
    const QByteArray wrapped = secrets::seal(master.key, *bytes, placeOfKey(siteUuid));
    // Only what was read: two servers may be at it.
    const auto changed = TRY(transaction.execute("UPDATE {data_keys} SET master_key_id = $1, wrapped_key = $2 "
                                                 "WHERE id = 1 AND master_key_id = $3",
                                                 {master.id, wrapped, stored->masterKeyId}));
    return changed == 1;
}

} // namespace tenantry::secrets
