// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/passphrasebox.h"
#include "ui/common/sidethread.h"
#include "ui/connections/secretstore.h"

namespace tenantry::ui {

/// Passwords in a file sealed with a passphrase (core/base/passphrasebox.h), which only its owner may read. It is read
/// and replaced as a whole, on a thread of its own; several consoles may share it. Until unlock() has opened it,
/// everything fails with ErrorCode::Unauthorized; the passphrase itself is not kept.
class SecretFile : public SecretStore
{
    Q_OBJECT

public:
    using Cost = crypto::PassphraseBox::Cost;

    /// `cost`: of a file that is made.
    explicit SecretFile(const QString &path, const Cost &cost = Cost(), QObject *parent = nullptr);
    ~SecretFile() override;

    QString path() const { return m_path; }
    /// Whether there is one to be unlocked; without one, unlock() makes it.
    client::Reply<bool> exists();
    bool isUnlocked() const { return m_unlocked; }
    /// A wrong passphrase is a field error of "passphrase"; a damaged file stays as it is.
    client::Reply<void> unlock(const QString &passphrase);
    /// For who has forgotten the passphrase, or whose file is damaged: the file goes, and with it what it holds.
    client::Reply<void> discard();

    client::Reply<std::optional<QString>> read(const QString &key) override;
    client::Reply<void> write(const QString &key, const QString &secret) override;
    client::Reply<void> remove(const QString &key) override;

private:
    const QString m_path;
    const Cost m_cost;
    bool m_unlocked = false;
    std::shared_ptr<std::optional<crypto::PassphraseBox>> m_box; ///< the side thread's alone
    SideThread m_thread;
};

} // namespace tenantry::ui
