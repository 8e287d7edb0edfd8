// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/api.h"
#include "ui/common/formdialog.h"

class QLineEdit;

namespace tenantry::ui {

class NewNamesView;

/// Asks for a new app of a site and makes it.
class CreateAppDialog : public FormDialog
{
    Q_OBJECT

public:
    CreateAppDialog(client::Api &api, QString site, QWidget *parent = nullptr);

signals:
    void created(const tenantry::client::AppSummary &app);

protected:
    std::vector<FieldError> check() const override;
    client::CancelToken send() override;

private:
    client::Api &m_api;
    QString m_site; ///< slug
    QLineEdit *m_name;
    QLineEdit *m_description;
    NewNamesView *m_names;
};

} // namespace tenantry::ui
