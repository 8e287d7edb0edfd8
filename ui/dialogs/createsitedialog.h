// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/api.h"
#include "ui/common/formdialog.h"

class QComboBox;
class QLineEdit;

namespace tenantry::ui {

class NewNamesView;

/// Asks for a new site of an organization and makes it.
class CreateSiteDialog : public FormDialog
{
    Q_OBJECT

public:
    CreateSiteDialog(client::Api &api, QString organization, QWidget *parent = nullptr);

signals:
    void created(const tenantry::client::SiteSummary &site);

protected:
    std::vector<FieldError> check() const override;
    client::CancelToken send() override;

private:
    void showNames();

    client::Api &m_api;
    QString m_organization; ///< slug
    QLineEdit *m_name;
    QLineEdit *m_description;
    QComboBox *m_environment;
    NewNamesView *m_names;
    json::Value m_server; ///< what it says of itself; null until it has
};

} // namespace tenantry::ui
