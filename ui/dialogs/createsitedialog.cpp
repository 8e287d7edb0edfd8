// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/createsitedialog.h"

#include "ui/dialogs/apidescription.h"
#include "ui/dialogs/environmentbox.h"

#include <QComboBox>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

CreateSiteDialog::CreateSiteDialog(client::Api &api, QString organization, QWidget *parent)
    : FormDialog(parent)
    , m_api(api)
    , m_organization(std::move(organization))
    , m_name(new QLineEdit(this))
    , m_description(new QLineEdit(this))
    , m_environment(environmentBox(u"production"_s, this))
{
    setHeading(tr("New site"),
               tr("A site is a tenant of its own: its data, users and settings are shared with no other."));
    setSendText(tr("&Create"));
    addField(u"name"_s, tr("&Name"), m_name, tr("Its address is made of the name and stays as it is."));
    addField(u"environment"_s, tr("&Environment"), m_environment);
    addField(u"description"_s, tr("&Description"), m_description);
    m_name->setFocus();
    ApiDescription::of(m_api); // to be known by the time something is typed
}

std::vector<FieldError> CreateSiteDialog::check() const
{
    json::Object body;
    body.set("name", m_name->text().trimmed());
    return ApiDescription::of(m_api).check("NewSite", body);
}

client::CancelToken CreateSiteDialog::send()
{
    const client::NewSite site{m_name->text().trimmed(), m_description->text().trimmed(),
                               m_environment->currentData().toString()};
    return m_api.createSite(m_organization, site).then(this, [this](Result<client::SiteSummary> made) {
        if (!made) {
            fail(made.error());
            return;
        }
        emit created(*made);
        succeed();
    });
}

} // namespace tenantry::ui
