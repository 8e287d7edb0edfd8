// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/profiledialog.h"

#include "ui/common/icons.h"
#include "ui/connections/profilestore.h"
#include "ui/connections/serveraddress.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

ProfileDialog::ProfileDialog(const Profile &profile, const QStringList &groups, QWidget *parent)
    : FormDialog(parent)
    , m_id(profile.id)
    , m_kind(new QComboBox(this))
    , m_name(new QLineEdit(profile.name, this))
    , m_group(new QComboBox(this))
    , m_address(new QLineEdit(profile.address, this))
    , m_account(new QLineEdit(profile.account, this))
    , m_colour(new QComboBox(this))
    , m_readOnly(new QCheckBox(tr("Read-only: nothing can be changed there from this console"), this))
    , m_untested(new QCheckBox(tr("Save it without this test"), this))
{
    setHeading(m_id.isEmpty() ? tr("New instance") : tr("Edit instance"),
               tr("A server's address is tried before it is saved."));
    setSendText(tr("&Save"));
    m_kind->addItem(icon(Icon::Server), tr("A server"), int(Profile::Kind::Server));
    m_kind->addItem(icon(Icon::Local), tr("A folder on this computer"), int(Profile::Kind::Folder));
    m_kind->setCurrentIndex(m_kind->findData(int(profile.kind)));
    m_group->setEditable(true);
    m_group->addItem(QString());
    m_group->addItems(groups);
    m_group->setCurrentText(profile.group);
    m_account->setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhNoPredictiveText);
    m_readOnly->setChecked(profile.readOnly);
    addColours();
    m_colour->setCurrentIndex(std::max(0, m_colour->findData(profile.colour)));
    m_untested->hide();

    addField(u"kind"_s, tr("&What is it?"), m_kind);
    addField(u"name"_s, tr("&Name"), m_name);
    addField(u"url"_s, tr("&Address or folder"), m_address);
    addField(u"username"_s, tr("&E-mail of your account"), m_account,
             tr("The password is asked for when you connect, and can be remembered then."));
    addField(u"group"_s, tr("&Group"), m_group);
    addField(u"colour"_s, tr("&Colour"), m_colour);
    addField(u"readOnly"_s, QString(), m_readOnly);
    addField(u"untested"_s, QString(), m_untested);
    QAction *choose = m_address->addAction(icon(Icon::Local), QLineEdit::TrailingPosition);
    choose->setObjectName(u"chooseFolder"_s);
    choose->setText(tr("Choose a folder"));
    choose->setToolTip(choose->text());
    connect(choose, &QAction::triggered, this, &ProfileDialog::chooseFolder);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ProfileDialog::followKind);
    followKind();
    m_name->setFocus();
}

ProfileDialog::~ProfileDialog() = default;

Profile ProfileDialog::profile() const
{
    Profile profile;
    profile.id = m_id;
    profile.name = m_name->text().trimmed();
    profile.group = m_group->currentText().trimmed();
    profile.kind = kind();
    profile.colour = m_colour->currentData().toString();
    profile.readOnly = m_readOnly->isChecked();
    if (profile.kind == Profile::Kind::Folder) {
        profile.address = QDir::cleanPath(QDir::fromNativeSeparators(m_address->text().trimmed()));
    } else {
        const Result<QUrl> server = serverAddress(m_address->text());
        profile.address = server ? server->toString() : m_address->text().trimmed();
        profile.account = m_account->text().trimmed();
    }
    return profile;
}

std::vector<FieldError> ProfileDialog::check() const
{
    std::vector<FieldError> errors;
    if (m_name->text().trimmed().isEmpty())
        errors.push_back({u"name"_s, tr("Type a name for it.")});
    if (kind() == Profile::Kind::Folder) {
        if (!QDir::isAbsolutePath(QDir::fromNativeSeparators(m_address->text().trimmed())))
            errors.push_back({u"url"_s, tr("Type or choose a folder, from the root on.")});
        return errors;
    }
    const Result<QUrl> server = serverAddress(m_address->text());
    if (!server)
        errors.insert(errors.end(), server.error().fields.begin(), server.error().fields.end());
    else if (sendsInClear(*server))
        errors.push_back({u"url"_s, tr("Your password would travel unencrypted. Use https:// for this server.")});
    return errors;
}

client::CancelToken ProfileDialog::send()
{
    // A folder is tried by starting an instance in it, which makes what is not there.
    if (kind() == Profile::Kind::Folder || (m_untested->isVisible() && m_untested->isChecked())) {
        succeed();
        return {};
    }
    return tryServer();
}

client::CancelToken ProfileDialog::tryServer()
{
    m_server = std::make_unique<client::Transport>(*serverAddress(m_address->text()));
    return m_server->send(client::Request::get(u"/health/"_s)).then(this, [this](Result<json::Value> answer) {
        Error problem;
        if (!answer)
            problem = std::move(answer).error();
        else if (!answer->isObject() || !(*answer)["status"].isString())
            problem =
                Error::make(ErrorCode::Unavailable, tr("Something answers there, but it is no server of Tenantry."));
        else
            return succeed();
        m_untested->show();
        fail(problem);
    });
}

Profile::Kind ProfileDialog::kind() const
{
    return Profile::Kind(m_kind->currentData().toInt());
}

void ProfileDialog::addColours()
{
    m_colour->addItem(profileColourName({}), QString());
    for (const QString &name : profileColours())
        m_colour->addItem(icon(Icon::Server, profileColour(name, palette())), profileColourName(name), name);
}

void ProfileDialog::followKind()
{
    const bool folder = kind() == Profile::Kind::Folder;
    m_account->setEnabled(!folder);
    m_address->findChild<QAction *>(u"chooseFolder"_s)->setVisible(folder);
    m_address->setPlaceholderText(folder ? QDir::toNativeSeparators(QDir::homePath() + u"/tenantry"_s)
                                         : u"https://api.example.org"_s);
}

void ProfileDialog::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder of the local instance"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &folder) { m_address->setText(QDir::toNativeSeparators(folder)); });
    dialog->open();
}

} // namespace tenantry::ui
