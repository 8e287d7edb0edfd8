// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/api.h"
#include "ui/common/formdialog.h"

#include <optional>

class QCheckBox;
class QLineEdit;

namespace tenantry::ui {

/// Makes a user of a site, or changes one. Of a user that is there it sends only what was changed.
class UserDialog : public FormDialog
{
    Q_OBJECT

public:
    /// `before`: the user to be changed; absent: one to be made.
    UserDialog(client::Api &api, QString site, std::optional<client::SiteUser> before, QWidget *parent);

signals:
    void saved(const tenantry::client::SiteUser &user);

protected:
    std::vector<FieldError> check() const override;
    client::CancelToken send() override;

private:
    void addFields();
    json::Object fields() const;

    client::Api &m_api;
    QString m_site; ///< slug
    std::optional<client::SiteUser> m_before;
    QLineEdit *m_username;
    QLineEdit *m_email;
    QLineEdit *m_firstName;
    QLineEdit *m_lastName;
    QLineEdit *m_password;
    QLineEdit *m_again;
    QCheckBox *m_staff;
};

} // namespace tenantry::ui
