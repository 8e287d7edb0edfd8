// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rooms/adddomaindialog.h"

#include "core/client/domaincalls.h"
#include "ui/dialogs/apidescription.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

AddDomainDialog::AddDomainDialog(client::Api &api, QString site, QWidget *parent)
    : FormDialog(parent)
    , m_api(api)
    , m_site(std::move(site))
    , m_name(new QLineEdit(this))
{
    setHeading(tr("Add a domain"),
               tr("Requests to this host name reach the site as soon as the name leads to the server."));
    setSendText(tr("&Add"));
    addField(u"domain"_s, tr("&Host name"), m_name, tr("Such as shop.example.com, without https:// and path."));
    m_name->setFocus();
    ApiDescription::of(m_api); // to be known by the time something is typed
}

std::vector<FieldError> AddDomainDialog::check() const
{
    json::Object body;
    body.set("domain", m_name->text().trimmed());
    return ApiDescription::of(m_api).check("DomainInput", body);
}

client::CancelToken AddDomainDialog::send()
{
    return client::domaincalls::add(m_api, m_site, m_name->text().trimmed())
        .then(this, [this](const Result<client::Domain> &domain) {
            if (!domain)
                return fail(domain.error());
            emit added(*domain);
            succeed();
        });
}

} // namespace tenantry::ui
