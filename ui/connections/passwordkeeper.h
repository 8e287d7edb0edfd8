// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/passwordplace.h"
#include "ui/connections/secretstore.h"

#include <QUrl>

#include <memory>

class QWidget;

namespace tenantry::ui {

class SecretFile;
class Settings;

/// Remembers passwords of servers where the user wants them kept: in the keychain, in an encrypted file, or nowhere.
/// When the keychain cannot keep one the user chooses what then; a password that was to be kept is never lost silently.
/// A password belongs to an address and an account, so that who changes a saved address does not send it elsewhere.
class PasswordKeeper : public QObject
{
    Q_OBJECT

public:
    /// `settings` must outlive it and remembers the place. `keychain`: the
    /// desktop's, or what stands for it. `window`: above which is asked.
    PasswordKeeper(Settings &settings, std::unique_ptr<SecretFile> file, std::unique_ptr<SecretStore> keychain,
                   QWidget *window);
    ~PasswordKeeper() override;

    PasswordPlace place() const;
    /// From now on; what is kept elsewhere stays there, unused.
    void setPlace(PasswordPlace place);

    /// The password, or nothing. May ask for the file's passphrase, once a start. An error says why nothing can be
    /// read.
    client::Reply<std::optional<QString>> find(const QUrl &server, const QString &account);
    /// Keeps it. Asks where, when that is not decided or does not work. Answers whether it is kept: the user may decide
    /// against it.
    client::Reply<bool> keep(const QUrl &server, const QString &account, const QString &password);
    /// Takes it out of where passwords are kept; a locked file stays as it is.
    client::Reply<void> forget(const QUrl &server, const QString &account);

signals:
    void placeChanged();

private:
    client::Reply<bool> keepInKeychain(const QString &key, const QString &password);
    client::Reply<bool> keepInFile(const QString &key, const QString &password);
    client::Reply<bool> askWhere(const QString &reason, const QString &key, const QString &password);
    client::Reply<bool> keepIn(PasswordPlace place, const QString &key, const QString &password);
    /// Asks for the passphrase when that is needed; false when the user would rather not.
    client::Reply<bool> unlock();

    Settings &m_settings;
    std::unique_ptr<SecretStore> m_keychain;
    std::unique_ptr<SecretFile> m_file;
    QWidget *m_window;
    bool m_declined = false; ///< the passphrase was asked for and not given: only keeping asks again
};

} // namespace tenantry::ui
