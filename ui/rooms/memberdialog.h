// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/api.h"
#include "ui/common/formdialog.h"

#include <optional>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace tenantry::ui {

/// Adds an account to an organization, or changes what a member is there. Of a member it sends only what was changed.
class MemberDialog : public FormDialog
{
    Q_OBJECT

public:
    /// `before`: the member to be changed; absent: one to be added.
    MemberDialog(client::Api &api, QString organization, std::optional<client::Member> before, QWidget *parent);

    /// A role, as the API names it, for people.
    static QString roleText(const QString &role);

signals:
    void saved(const tenantry::client::Member &member);

protected:
    std::vector<FieldError> check() const override;
    client::CancelToken send() override;

private:
    void addFields();
    json::Object fields() const;

    client::Api &m_api;
    QString m_organization; ///< slug
    std::optional<client::Member> m_before;
    QLineEdit *m_username = nullptr;
    QComboBox *m_role;
    QLineEdit *m_title;
    QLineEdit *m_department;
    QLineEdit *m_phone;
    QCheckBox *m_active = nullptr;
};

} // namespace tenantry::ui
