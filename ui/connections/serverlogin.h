// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/api.h"
#include "ui/connections/profile.h"

#include <QObject>

#include <memory>
#include <set>

class QWidget;

namespace tenantry::ui {

class ConnectDialog;
class Instances;
class PasswordKeeper;

/// The way into a server: with the password that is kept for it, without asking anything; otherwise, and when that one
/// is refused or the server does not answer, through the dialog, which says why.
class ServerLogin : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    ServerLogin(Instances &instances, PasswordKeeper &passwords, QWidget *window);
    ~ServerLogin() override;

    /// Ends in Instances::added(), unless the user gives up. A profile that is not saved (without an id) is asked for
    /// what it lacks, and its password is not kept.
    void begin(const Profile &profile);
    /// The profile is no longer in the list: its password goes too.
    void forget(const Profile &profile);

signals:
    /// What goes on, as a sentence; empty when it is over.
    void progressed(const QString &what);
    /// The user wanted a password kept, or gone, and it is not so.
    void warned(const QString &text, const QString &instance);

private:
    using Secret = std::optional<QString>;

    void found(const Profile &profile, const Result<Secret> &password);
    void signIn(const Profile &profile, const QString &password);
    ConnectDialog *ask(const Profile &profile);
    void asked(const Profile &profile, ConnectDialog &dialog);
    void enter(const Profile &profile, std::unique_ptr<client::Api> api);

    Instances &m_instances;
    PasswordKeeper &m_passwords;
    QWidget *m_window;
    std::set<QString> m_running; ///< ids of profiles being signed in to without a dialog
};

} // namespace tenantry::ui
