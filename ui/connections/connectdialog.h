// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/api.h"
#include "ui/common/formdialog.h"

class QCheckBox;
class QLineEdit;

namespace tenantry::ui {

/// Asks for a server, an e-mail address and a password, and signs in.
class ConnectDialog : public FormDialog
{
    Q_OBJECT

public:
    /// What is given is not asked first: the cursor stands in the first empty field.
    explicit ConnectDialog(const QString &address = {}, const QString &account = {}, QWidget *parent = nullptr);
    ~ConnectDialog() override;

    /// Shows the choice to keep the password, as it is to be at first.
    void offerToRemember(bool remember);
    /// What was tried before and is to be tried again.
    void setPassword(const QString &password);
    /// Says what went wrong before it was opened.
    void tell(const Error &error);

    /// After accepted(), once: the client that is signed in.
    std::unique_ptr<client::Api> takeApi();
    /// After accepted(), once: the password, when it is to be kept; empty otherwise.
    QString takePassword();

signals:
    /// Before its first call, which signs in.
    void clientMade(tenantry::client::Api *api);

protected:
    std::vector<FieldError> check() const override;
    client::CancelToken send() override;

private:
    QLineEdit *m_url;
    QLineEdit *m_email;
    QLineEdit *m_password;
    QLineEdit *m_code; ///< of the second factor; hidden until the server asks for it
    QCheckBox *m_remember;
    QString m_kept;
    std::unique_ptr<client::Api> m_api;
};

} // namespace tenantry::ui
