// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/api.h"
#include "ui/common/formdialog.h"

class QLineEdit;

namespace tenantry::ui {

/// Asks for a host name and lets it lead to a site.
class AddDomainDialog : public FormDialog
{
    Q_OBJECT

public:
    AddDomainDialog(client::Api &api, QString site, QWidget *parent);

signals:
    void added(const tenantry::client::Domain &domain);

protected:
    std::vector<FieldError> check() const override;
    client::CancelToken send() override;

private:
    client::Api &m_api;
    QString m_site; ///< slug
    QLineEdit *m_name;
};

} // namespace tenantry::ui
