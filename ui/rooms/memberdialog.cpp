// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rooms/memberdialog.h"

#include "core/client/membercalls.h"
#include "ui/dialogs/apidescription.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using client::Member;

MemberDialog::MemberDialog(client::Api &api, QString organization, std::optional<Member> before, QWidget *parent)
    : FormDialog(parent)
    , m_api(api)
    , m_organization(std::move(organization))
    , m_before(std::move(before))
    , m_role(new QComboBox(this))
    , m_title(new QLineEdit(this))
    , m_department(new QLineEdit(this))
    , m_phone(new QLineEdit(this))
{
    if (m_before) {
        setHeading(tr("Edit the member %1").arg(m_before->username),
                   tr("What stands here counts in this organization."));
        setSendText(tr("&Save"));
    } else {
        setHeading(tr("Add a member"), tr("Somebody who has an account on this server joins the organization."));
        setSendText(tr("&Add"));
    }
    addFields();
    ApiDescription::of(m_api); // to be known by the time something is typed
}

QString MemberDialog::roleText(const QString &role)
{
    if (role == "owner"_L1)
        return tr("Owner");
    return role == "member"_L1 ? tr("Member") : role;
}

void MemberDialog::addFields()
{
    const Member shown = m_before.value_or(Member());
    if (!m_before) {
        m_username = new QLineEdit(this);
        addField(u"username"_s, tr("&User name"), m_username, tr("Of an account that is there already."));
    }
    for (const QString &role : {u"member"_s, u"owner"_s})
        m_role->addItem(roleText(role), role);
    m_role->setCurrentIndex(m_role->findData(shown.role));
    addField(u"role"_s, tr("&Role"), m_role, tr("Owners administer the organization, its members and all its sites."));
    m_title->setText(shown.title);
    addField(u"title"_s, tr("&Title"), m_title);
    m_department->setText(shown.department);
    addField(u"department"_s, tr("&Department"), m_department);
    m_phone->setText(shown.phone);
    addField(u"phone"_s, tr("&Phone"), m_phone);
    if (m_before) {
        m_active = new QCheckBox(tr("&Active"), this);
        m_active->setChecked(shown.active);
        addField(u"is_active"_s, tr("State"), m_active,
                 tr("Who is not active has no rights here, and keeps the place."));
    }
    if (m_username)
        m_username->setFocus();
    else
        m_role->setFocus();
}

/// Everything there is of a member to be added; of one to be changed, what differs.
json::Object MemberDialog::fields() const
{
    const Member before = m_before.value_or(Member());
    json::Object fields;
    const auto text = [&](std::string_view name, const QString &now, const QString &then) {
        if (now != then)
            fields.set(name, now);
    };
    if (m_username)
        fields.set("username", m_username->text().trimmed());
    text("role", m_role->currentData().toString(), before.role);
    text("title", m_title->text().trimmed(), before.title);
    text("department", m_department->text().trimmed(), before.department);
    text("phone", m_phone->text().trimmed(), before.phone);
    if (m_active && m_active->isChecked() != before.active)
        fields.set("is_active", m_active->isChecked());
    return fields;
}

std::vector<FieldError> MemberDialog::check() const
{
    return ApiDescription::of(m_api).check("MemberInput", fields());
}

client::CancelToken MemberDialog::send()
{
    auto reply = m_before ? client::membercalls::change(m_api, m_organization, *m_before, fields())
                          : client::membercalls::add(m_api, m_organization, fields());
    return std::move(reply).then(this, [this](const Result<Member> &member) {
        if (!member)
            return fail(member.error());
        emit saved(*member);
        succeed();
    });
}

} // namespace tenantry::ui
