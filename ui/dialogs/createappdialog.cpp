// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/createappdialog.h"

#include "ui/dialogs/apidescription.h"
#include "ui/dialogs/newnames.h"
#include "ui/dialogs/newnamesview.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

CreateAppDialog::CreateAppDialog(client::Api &api, QString site, QWidget *parent)
    : FormDialog(parent)
    , m_api(api)
    , m_site(std::move(site))
    , m_name(new QLineEdit(this))
    , m_description(new QLineEdit(this))
    , m_names(new NewNamesView(this))
{
    setHeading(tr("New app"),
               tr("An app holds datatables, functions and files of its own. It shares the site's users."));
    setSendText(tr("&Create"));
    addField(u"name"_s, tr("&Name"), m_name, tr("Its slug is made of the name and stays as it is."));
    m_names->addLine(tr("Slug"), u"newSlug"_s, &NewNames::slug);
    m_names->display({});
    addPreview(m_names);
    addField(u"description"_s, tr("&Description"), m_description);
    connect(m_name, &QLineEdit::textChanged, m_names,
            [this](const QString &name) { m_names->display(NewNames::ofApp(name)); });
    m_name->setFocus();
    ApiDescription::of(m_api); // to be known by the time something is typed
}

std::vector<FieldError> CreateAppDialog::check() const
{
    json::Object body;
    body.set("name", m_name->text().trimmed());
    return ApiDescription::of(m_api).check("AppCreate", body);
}

client::CancelToken CreateAppDialog::send()
{
    const client::NewApp app{m_name->text().trimmed(), m_description->text().trimmed()};
    return m_api.createApp(m_site, app).then(this, [this](Result<client::AppSummary> made) {
        if (!made) {
            fail(made.error());
            return;
        }
        emit created(*made);
        succeed();
    });
}

} // namespace tenantry::ui
