// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/createsitedialog.h"

#include "ui/dialogs/apidescription.h"
#include "ui/dialogs/environmentbox.h"
#include "ui/dialogs/newnames.h"
#include "ui/dialogs/newnamesview.h"

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
    , m_names(new NewNamesView(this))
{
    setHeading(tr("New site"),
               tr("A site is a tenant of its own: its data, users and settings are shared with no other."));
    setSendText(tr("&Create"));
    addField(u"name"_s, tr("&Name"), m_name, tr("These are made of it and stay as they are:"));
    m_names->addLine(tr("Full name"), u"newName"_s, &NewNames::name, NewNamesView::Line::WhenGiven);
    m_names->addLine(tr("Slug"), u"newSlug"_s, &NewNames::slug);
    m_names->addLine(tr("Schema"), u"newSchema"_s, &NewNames::schemaName);
    m_names->addLine(tr("Domain"), u"newDomain"_s, &NewNames::domain);
    addPreview(m_names);
    showNames();
    addField(u"environment"_s, tr("&Environment"), m_environment);
    addField(u"description"_s, tr("&Description"), m_description);
    connect(m_name, &QLineEdit::textChanged, this, &CreateSiteDialog::showNames);
    const ApiDescription &description = ApiDescription::of(m_api); // to be known by the time something is typed
    m_server = description.info();
    connect(&description, &ApiDescription::arrived, this, [this, &description] {
        m_server = description.info();
        showNames();
    });
    m_name->setFocus();
}

void CreateSiteDialog::showNames()
{
    m_names->display(NewNames::ofSite(m_name->text(), m_server));
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
