// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rooms/userdialog.h"

#include "core/client/usercalls.h"
#include "ui/dialogs/apidescription.h"

#include <QCheckBox>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using client::SiteUser;

UserDialog::UserDialog(client::Api &api, QString site, std::optional<SiteUser> before, QWidget *parent)
    : FormDialog(parent)
    , m_api(api)
    , m_site(std::move(site))
    , m_before(std::move(before))
    , m_username(new QLineEdit(this))
    , m_email(new QLineEdit(this))
    , m_firstName(new QLineEdit(this))
    , m_lastName(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_again(new QLineEdit(this))
    , m_staff(new QCheckBox(tr("Member of the &staff"), this))
{
    if (m_before) {
        setHeading(tr("Edit the user %1").arg(m_before->username), tr("What is left as it is stays as it is."));
        setSendText(tr("&Save"));
    } else {
        setHeading(tr("New user"), tr("A user signs in to this site and its apps, and to no other site."));
        setSendText(tr("&Create"));
    }
    addFields();
    ApiDescription::of(m_api); // to be known by the time something is typed
}

void UserDialog::addFields()
{
    const SiteUser shown = m_before.value_or(SiteUser());
    m_username->setText(shown.username);
    m_email->setText(shown.email);
    m_firstName->setText(shown.firstName);
    m_lastName->setText(shown.lastName);
    m_staff->setChecked(shown.staff);
    m_password->setEchoMode(QLineEdit::Password);
    m_again->setEchoMode(QLineEdit::Password);
    addField(u"username"_s, tr("&User name"), m_username, tr("Letters, digits and @ . + - _"));
    addField(u"email"_s, tr("&E-mail"), m_email);
    addField(u"first_name"_s, tr("&First name"), m_firstName);
    addField(u"last_name"_s, tr("&Last name"), m_lastName);
    addField(u"password"_s, tr("&Password"), m_password,
             m_before ? tr("Only to set a new one; it ends what the user was signed in to.")
                      : tr("Without one, nobody signs in with a password."));
    addField(u"confirm_password"_s, tr("Password &again"), m_again);
    addField(u"is_staff"_s, tr("Kind"), m_staff, tr("The staff may use the site's administration."));
    m_username->setFocus();
}

/// Everything that is filled in of a user to be made; of one that is there, what differs.
json::Object UserDialog::fields() const
{
    const SiteUser before = m_before.value_or(SiteUser());
    json::Object fields;
    const auto text = [&](std::string_view name, const QString &now, const QString &then) {
        if (now != then)
            fields.set(name, now);
    };
    text("username", m_username->text().trimmed(), before.username);
    text("email", m_email->text().trimmed(), before.email);
    text("first_name", m_firstName->text().trimmed(), before.firstName);
    text("last_name", m_lastName->text().trimmed(), before.lastName);
    text("password", m_password->text(), {});
    text("confirm_password", m_again->text(), {});
    if (m_staff->isChecked() != before.staff)
        fields.set("is_staff", m_staff->isChecked());
    return fields;
}

std::vector<FieldError> UserDialog::check() const
{
    std::vector<FieldError> errors =
        ApiDescription::of(m_api).check(m_before ? "SiteUserChange" : "NewSiteUser", fields());
    if (m_password->text() != m_again->text())
        errors.push_back({u"confirm_password"_s, tr("The two passwords differ.")});
    return errors;
}

client::CancelToken UserDialog::send()
{
    auto reply = m_before ? client::usercalls::change(m_api, m_site, *m_before, fields())
                          : client::usercalls::create(m_api, m_site, fields());
    return std::move(reply).then(this, [this](const Result<SiteUser> &user) {
        if (!user)
            return fail(user.error());
        emit saved(*user);
        succeed();
    });
}

} // namespace tenantry::ui
