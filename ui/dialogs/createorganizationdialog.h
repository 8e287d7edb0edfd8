// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/api.h"
#include "ui/common/formdialog.h"

class QLineEdit;

namespace tenantry::ui {

class NewNamesView;

/// Asks for a new organization and makes it.
class CreateOrganizationDialog : public FormDialog
{
    Q_OBJECT

public:
    explicit CreateOrganizationDialog(client::Api &api, QWidget *parent = nullptr);

signals:
    void created(const tenantry::client::Organization &organization);

protected:
    std::vector<FieldError> check() const override;
    client::CancelToken send() override;

private:
    client::Api &m_api;
    QLineEdit *m_name;
    NewNamesView *m_names;
};

} // namespace tenantry::ui
