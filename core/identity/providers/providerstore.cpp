// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/providers/providerstore.h"

#include "core/json/reader.h"
#include "core/json/writer.h"

namespace tenantry::identity::providerstore {

namespace {

Provider from(const sql::Cursor &row)
{
    Provider provider;
    provider.id = row.string(0);
    provider.name = row.string(1);
    provider.clientId = row.string(2);
    provider.sealedSecret = row.string(3).toLatin1();
    provider.settings = json::read(row.text(4)).value_or(json::Object());
    return provider;
}

} // namespace

Result<std::vector<Provider>> all(sql::Session &session)
{
    return session.all(
        "SELECT provider, name, client_id, sealed_secret, settings FROM {sign_in_providers} ORDER BY provider", {},
        from);
}

Result<std::optional<Provider>> find(sql::Session &session, const QString &id)
{
    return session.first(
        "SELECT provider, name, client_id, sealed_secret, settings FROM {sign_in_providers} WHERE provider = $1", {id},
        from);
}

Result<void> replaceAll(sql::Transaction &transaction, const std::vector<Provider> &providers)
{
    TRY(transaction.execute("DELETE FROM {sign_in_providers}", {}));
    for (const Provider &provider : providers)
        TRY(transaction.execute("INSERT INTO {sign_in_providers} (provider, name, client_id, sealed_secret, settings) "
                                "VALUES ($1, $2, $3, $4, $5)",
                                {provider.id, provider.name, provider.clientId,
                                 QString::fromLatin1(provider.sealedSecret), json::write(provider.settings)}));
    return {};
}

} // namespace tenantry::identity::providerstore
