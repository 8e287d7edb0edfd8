// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/editdialog.h"

#include "ui/dialogs/environmentbox.h"

#include <QComboBox>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

EditDialog::EditDialog(const QString &heading, Editable before, Send send, QWidget *parent)
    : FormDialog(parent)
    , m_before(std::move(before))
    , m_send(std::move(send))
    , m_name(new QLineEdit(m_before.name, this))
{
    setHeading(heading, tr("Its address stays as it is, whatever it is called."));
    setSendText(tr("&Save"));
    addField(u"name"_s, tr("&Name"), m_name);
    if (m_before.environment) {
        m_environment = environmentBox(*m_before.environment, this);
        addField(u"environment"_s, tr("&Environment"), m_environment,
                 tr("A production site opens locked here, so that nothing is changed by mistake."));
    }
    if (m_before.description) {
        m_description = new QLineEdit(*m_before.description, this);
        addField(u"description"_s, tr("&Description"), m_description);
    }
    m_name->selectAll();
    m_name->setFocus();
}

Editable EditDialog::input() const
{
    Editable now{m_name->text().trimmed()};
    if (m_description)
        now.description = m_description->text().trimmed();
    if (m_environment)
        now.environment = m_environment->currentData().toString();
    return now;
}

std::vector<FieldError> EditDialog::check() const
{
    if (m_name->text().trimmed().isEmpty())
        return {{u"name"_s, tr("Type a name.")}};
    return {};
}

client::CancelToken EditDialog::send()
{
    const Editable now = input();
    json::Object changes;
    if (now.name != m_before.name)
        changes.set("name", now.name);
    if (now.description != m_before.description)
        changes.set("description", *now.description);
    if (now.environment != m_before.environment)
        changes.set("environment", *now.environment);
    auto reply =
        changes.empty() ? client::Reply<json::Value>(Result<json::Value>(json::Value())) : m_send(std::move(changes));
    return std::move(reply).then(this, [this, now](const Result<json::Value> &answer) {
        if (!answer)
            return fail(answer.error());
        emit edited(now);
        succeed();
    });
}

} // namespace tenantry::ui
