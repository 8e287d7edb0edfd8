// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/api.h"
#include "ui/common/formdialog.h"

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

    /// After accepted(), once: the client that is signed in.
    std::unique_ptr<client::Api> takeApi();

protected:
    std::vector<FieldError> check() const override;
    client::CancelToken send() override;

private:
    QLineEdit *m_url;
    QLineEdit *m_email;
    QLineEdit *m_password;
    std::unique_ptr<client::Api> m_api;
};

} // namespace tenantry::ui
