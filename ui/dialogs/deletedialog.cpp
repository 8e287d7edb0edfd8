// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/deletedialog.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

DeleteDialog::DeleteDialog(const QString &heading, const QString &loss, QString name, Send send, QWidget *parent)
    : FormDialog(parent)
    , m_name(std::move(name))
    , m_send(std::move(send))
    , m_typed(new QLineEdit(this))
{
    setHeading(heading, loss);
    setSendText(tr("&Delete for good"));
    addField(u"typedName"_s, tr("&Name"), m_typed, tr("Type \"%1\" to delete it.").arg(m_name));
    m_typed->setFocus();
}

std::vector<FieldError> DeleteDialog::check() const
{
    if (m_typed->text().trimmed() == m_name)
        return {};
    return {{u"typedName"_s, tr("This is not its name. Type \"%1\" to delete it.").arg(m_name)}};
}

client::CancelToken DeleteDialog::send()
{
    return m_send().then(this, [this](const Result<json::Value> &answer) {
        if (!answer)
            return fail(answer.error());
        emit deleted();
        succeed();
    });
}

} // namespace tenantry::ui
