// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connectdialog.h"

#include "ui/connections/serveraddress.h"

#include <QCheckBox>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

ConnectDialog::ConnectDialog(const QString &address, const QString &account, QWidget *parent)
    : FormDialog(parent)
    , m_url(new QLineEdit(address, this))
    , m_email(new QLineEdit(account, this))
    , m_password(new QLineEdit(this))
    , m_code(new QLineEdit(this))
    , m_remember(new QCheckBox(tr("&Remember the password on this computer"), this))
{
    setHeading(tr("Connect to a server"), tr("Sign in with your account on the platform."));
    setSendText(tr("&Connect"));
    m_url->setPlaceholderText(u"https://api.example.org"_s);
    m_url->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoPredictiveText);
    m_email->setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhNoPredictiveText);
    m_password->setEchoMode(QLineEdit::Password);
    addField(u"url"_s, tr("&Server"), m_url);
    addField(u"username"_s, tr("&E-mail"), m_email);
    addField(u"password"_s, tr("&Password"), m_password,
             tr("Kept in memory only, until you are signed in, unless you want it remembered."));
    m_code->setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhPreferNumbers);
    addField(u"otp"_s, tr("C&ode"), m_code, tr("From your authenticator app, or one of your recovery codes."));
    setFieldVisible(u"otp"_s, false);
    addField(u"remember"_s, QString(), m_remember);
    setFieldVisible(u"remember"_s, false);
    (address.isEmpty() ? m_url : account.isEmpty() ? m_email : m_password)->setFocus();
}

ConnectDialog::~ConnectDialog() = default;

void ConnectDialog::offerToRemember(bool remember)
{
    m_remember->setChecked(remember);
    setFieldVisible(u"remember"_s, true);
}

void ConnectDialog::setPassword(const QString &password)
{
    m_password->setText(password);
}

void ConnectDialog::tell(const Error &error)
{
    const bool isAboutCode = std::ranges::find(error.fields, u"otp"_s, &FieldError::path) != error.fields.end();
    if (isAboutCode) {
        setFieldVisible(u"otp"_s, true);
        m_code->clear(); // none is good twice
    }
    fail(error);
}

QString ConnectDialog::takePassword()
{
    return std::exchange(m_kept, {});
}

std::unique_ptr<client::Api> ConnectDialog::takeApi()
{
    return std::move(m_api);
}

std::vector<FieldError> ConnectDialog::check() const
{
    std::vector<FieldError> errors;
    const Result<QUrl> server = serverAddress(m_url->text());
    if (!server)
        errors = server.error().fields;
    else if (sendsInClear(*server))
        errors.push_back({u"url"_s, tr("Your password would travel unencrypted. Use https:// for this server.")});
    if (m_email->text().trimmed().isEmpty())
        errors.push_back({u"username"_s, tr("Type your e-mail address.")});
    if (m_password->text().isEmpty())
        errors.push_back({u"password"_s, tr("Type your password.")});
    return errors;
}

client::CancelToken ConnectDialog::send()
{
    m_api = std::make_unique<client::Api>(*serverAddress(m_url->text()));
    emit clientMade(m_api.get());
    return m_api->signIn(m_email->text().trimmed(), m_password->text(), m_code->text().remove(u' '))
        .then(this, [this](Result<QString> account) {
            if (account) {
                if (m_remember->isChecked())
                    m_kept = m_password->text();
                m_password->clear();
                succeed();
            } else {
                tell(account.error());
            }
        });
}

} // namespace tenantry::ui
