// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/createorganizationdialog.h"

#include "ui/dialogs/apidescription.h"
#include "ui/dialogs/newnames.h"
#include "ui/dialogs/newnamesview.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

CreateOrganizationDialog::CreateOrganizationDialog(client::Api &api, QWidget *parent)
    : FormDialog(parent)
    , m_api(api)
    , m_name(new QLineEdit(this))
    , m_names(new NewNamesView(this))
{
    setHeading(tr("New organization"), tr("An organization owns sites and has members. You become its owner."));
    setSendText(tr("&Create"));
    addField(u"name"_s, tr("&Name"), m_name, tr("Its slug is made of the name and stays as it is."));
    m_names->addLine(tr("Slug"), u"newSlug"_s, &NewNames::slug);
    m_names->display({});
    addPreview(m_names);
    connect(m_name, &QLineEdit::textChanged, m_names,
            [this](const QString &name) { m_names->display(NewNames::ofOrganization(name)); });
    m_name->setFocus();
    ApiDescription::of(m_api); // to be known by the time something is typed
}

std::vector<FieldError> CreateOrganizationDialog::check() const
{
    json::Object body;
    body.set("name", m_name->text().trimmed());
    return ApiDescription::of(m_api).check("OrganizationInput", body);
}

client::CancelToken CreateOrganizationDialog::send()
{
    return m_api.createOrganization({m_name->text().trimmed()}).then(this, [this](Result<client::Organization> made) {
        if (!made) {
            fail(made.error());
            return;
        }
        emit created(*made);
        succeed();
    });
}

} // namespace tenantry::ui
