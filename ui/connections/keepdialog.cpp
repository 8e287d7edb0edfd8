// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/keepdialog.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

KeepDialog::KeepDialog(const QString &reason, QWidget *parent)
    : FormDialog(parent)
    , m_box(new QWidget(this))
    , m_choices(new QButtonGroup(this))
{
    setHeading(tr("Where shall passwords be kept?"),
               tr("%1 Choose another way; it can be changed in the preferences.").arg(reason));
    setSendText(tr("&Continue"));
    auto *layout = new QVBoxLayout(m_box);
    layout->setContentsMargins(0, 0, 0, 0);
    offer(PasswordPlace::File, tr("In an &encrypted file, opened with a passphrase of yours once a start"));
    offer(PasswordPlace::Nowhere, tr("&Nowhere: each password is typed when it is needed"));
    offer(PasswordPlace::Keychain, tr("In the &keychain: I have started it, try again"));
    addField(u"place"_s, QString(), m_box);
    m_box->setAccessibleName(tr("Where passwords are kept"));
    m_box->setFocusProxy(m_choices->button(int(PasswordPlace::File)));
    m_box->setFocus();
}

KeepDialog::~KeepDialog() = default;

void KeepDialog::offer(PasswordPlace place, const QString &text)
{
    auto *button = new QRadioButton(text, m_box);
    button->setObjectName(nameOf(place));
    m_choices->addButton(button, int(place));
    m_box->layout()->addWidget(button);
}

PasswordPlace KeepDialog::chosen() const
{
    return PasswordPlace(m_choices->checkedId());
}

std::vector<FieldError> KeepDialog::check() const
{
    if (m_choices->checkedButton())
        return {};
    return {{u"place"_s, tr("Choose one of them.")}};
}

client::CancelToken KeepDialog::send()
{
    succeed();
    return {};
}

} // namespace tenantry::ui
