// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/passphrasedialog.h"

#include "ui/connections/secretfile.h"

#include <QCheckBox>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int leastLength = 8; ///< characters
}

PassphraseDialog::PassphraseDialog(Ask ask, SecretFile &file, QWidget *parent)
    : FormDialog(parent)
    , m_ask(ask)
    , m_file(file)
    , m_passphrase(new QLineEdit(this))
    , m_again(new QLineEdit(this))
    , m_anew(new QCheckBox(tr("I have &forgotten it"), this))
{
    if (ask == Ask::Known)
        setHeading(tr("Open the stored passwords"),
                   tr("They are in an encrypted file. Its passphrase is asked for once, until the console ends."));
    else
        setHeading(tr("A passphrase for your passwords"),
                   tr("They are kept in an encrypted file. Nobody can open it without the passphrase, you neither: "
                      "there is no other way in."));
    for (QLineEdit *edit : {m_passphrase, m_again})
        edit->setEchoMode(QLineEdit::Password);
    addField(u"passphrase"_s, tr("&Passphrase"), m_passphrase,
             ask == Ask::New ? tr("At least %n characters. Several words are good.", nullptr, leastLength) : QString());
    addField(u"again"_s, tr("The same &again"), m_again);
    addField(u"anew"_s, QString(), m_anew,
             tr("Then the stored passwords are removed, and you begin anew with another passphrase."));
    setFieldVisible(u"anew"_s, ask == Ask::Known);
    connect(m_anew, &QCheckBox::toggled, this, &PassphraseDialog::follow);
    follow();
    m_passphrase->setFocus();
}

PassphraseDialog::~PassphraseDialog() = default;

bool PassphraseDialog::isNew() const
{
    return m_ask == Ask::New || m_anew->isChecked();
}

void PassphraseDialog::follow()
{
    setFieldVisible(u"again"_s, isNew());
    setSendText(isNew() ? tr("&Encrypt and keep") : tr("&Open"));
}

std::vector<FieldError> PassphraseDialog::check() const
{
    const QString passphrase = m_passphrase->text();
    if (passphrase.isEmpty())
        return {{u"passphrase"_s, tr("Type the passphrase.")}};
    if (isNew() && passphrase.size() < leastLength)
        return {{u"passphrase"_s, tr("Type at least %n characters.", nullptr, leastLength)}};
    if (isNew() && passphrase != m_again->text())
        return {{u"again"_s, tr("The two differ. Type the same passphrase again.")}};
    return {};
}

client::CancelToken PassphraseDialog::send()
{
    const auto unlocked = [this](const Result<void> &opened) {
        if (!opened)
            return fail(opened.error());
        m_passphrase->clear();
        m_again->clear();
        succeed();
    };
    if (!m_anew->isChecked())
        return m_file.unlock(m_passphrase->text()).then(this, unlocked);
    return m_file.discard()
        .chain([file = &m_file, passphrase = m_passphrase->text()](Result<void> gone) -> client::Reply<void> {
            if (!gone)
                return failure(gone.error());
            return file->unlock(passphrase);
        })
        .then(this, unlocked);
}

} // namespace tenantry::ui
