// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/secretstore.h"

namespace tenantry::ui {

/// The desktop's keychain: the Secret Service (GNOME Keyring, KeePassXC) or KWallet, whichever answers. Where none does
/// each call fails; nothing is ever written anywhere else instead.
class KeychainStore : public SecretStore
{
    Q_OBJECT

public:
    using SecretStore::SecretStore;

    client::Reply<std::optional<QString>> read(const QString &key) override;
    client::Reply<void> write(const QString &key, const QString &secret) override;
    client::Reply<void> remove(const QString &key) override;
};

} // namespace tenantry::ui
