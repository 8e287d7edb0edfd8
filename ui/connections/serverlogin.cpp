// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/serverlogin.h"

#include "ui/connections/connectdialog.h"
#include "ui/connections/instances.h"
#include "ui/connections/passwordkeeper.h"
#include "ui/connections/serveraddress.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

ServerLogin::ServerLogin(Instances &instances, PasswordKeeper &passwords, QWidget *window)
    : QObject(window)
    , m_instances(instances)
    , m_passwords(passwords)
    , m_window(window)
{
}

ServerLogin::~ServerLogin() = default;

void ServerLogin::begin(const Profile &profile)
{
    const Result<QUrl> server = serverAddress(profile.address);
    if (profile.id.isEmpty() || profile.account.isEmpty() || !server || sendsInClear(*server)) {
        ask(profile);
        return;
    }
    if (!m_running.insert(profile.id).second)
        return; // clicked again while it is under way
    m_passwords.find(*server, profile.account).then(this, [this, profile](const Result<Secret> &password) {
        found(profile, password);
    });
}

void ServerLogin::found(const Profile &profile, const Result<Secret> &password)
{
    if (password && *password)
        return signIn(profile, **password);
    m_running.erase(profile.id);
    ConnectDialog *dialog = ask(profile);
    if (!password)
        dialog->tell(password.error());
}

void ServerLogin::signIn(const Profile &profile, const QString &password)
{
    emit progressed(tr("Signing in to %1\u2026").arg(profile.name));
    auto api =
        std::make_shared<std::unique_ptr<client::Api>>(std::make_unique<client::Api>(*serverAddress(profile.address)));
    emit m_instances.clientMade(api->get());
    (*api)->signIn(profile.account, password).then(this, [this, profile, password, api](Result<QString> account) {
        m_running.erase(profile.id);
        emit progressed({});
        if (account)
            return enter(profile, std::move(*api));
        ConnectDialog *dialog = ask(profile);
        if (account.error().code == ErrorCode::Unauthorized && account.error().fields.empty()) {
            dialog->tell(Error::make(ErrorCode::Unauthorized, tr("The stored password was not accepted."),
                                     tr("Type the one that is right now.")));
        } else {
            dialog->setPassword(password);
            dialog->tell(account.error());
        }
    });
}

ConnectDialog *ServerLogin::ask(const Profile &profile)
{
    auto *dialog = new ConnectDialog(profile.address, profile.account, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!profile.id.isEmpty())
        dialog->offerToRemember(m_passwords.place() != PasswordPlace::Nowhere);
    connect(dialog, &ConnectDialog::clientMade, &m_instances, &Instances::clientMade);
    connect(dialog, &QDialog::accepted, this, [this, dialog, profile] { asked(profile, *dialog); });
    dialog->open();
    return dialog;
}

void ServerLogin::asked(const Profile &profile, ConnectDialog &dialog)
{
    std::unique_ptr<client::Api> api = dialog.takeApi();
    const QUrl server = api->server();
    const QString account = api->account();
    const QString password = dialog.takePassword();
    enter(profile, std::move(api));
    if (profile.id.isEmpty())
        return;
    if (password.isEmpty()) {
        m_passwords.forget(server, account).then(this, [](const Result<void> &) {}); // there may have been none
        return;
    }
    m_passwords.keep(server, account, password).then(this, [this, profile](const Result<bool> &kept) {
        if (!kept)
            emit warned(tr("The password is not kept: %1").arg(kept.error().message), profile.name);
        else if (!*kept)
            emit warned(tr("The password is not kept. It will be asked for again."), profile.name);
    });
}

void ServerLogin::enter(const Profile &profile, std::unique_ptr<client::Api> api)
{
    api->setUse(profile.readOnly ? client::Api::Use::ReadOnly : client::Api::Use::ReadWrite);
    const QString title = profile.name.isEmpty() ? api->server().authority() : profile.name;
    m_instances.add(title, std::move(api));
}

void ServerLogin::forget(const Profile &profile)
{
    const Result<QUrl> server = serverAddress(profile.address);
    if (profile.kind == Profile::Kind::Server && server)
        m_passwords.forget(*server, profile.account).then(this, [this, profile](const Result<void> &gone) {
            if (!gone)
                emit warned(tr("The stored password could not be removed: %1").arg(gone.error().message), profile.name);
        });
}

} // namespace tenantry::ui
