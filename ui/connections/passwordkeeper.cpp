// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/passwordkeeper.h"

#include "ui/common/settings.h"
#include "ui/connections/keepdialog.h"
#include "ui/connections/passphrasedialog.h"
#include "ui/connections/secretfile.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

using client::Reply;
using Found = std::optional<QString>;

const QString placeSetting = u"passwords/place"_s;

QString keyOf(const QUrl &server, const QString &account)
{
    return account + u' ' + server.adjusted(QUrl::StripTrailingSlash).toString();
}

} // namespace

PasswordKeeper::PasswordKeeper(Settings &settings, std::unique_ptr<SecretFile> file,
                               std::unique_ptr<SecretStore> keychain, QWidget *window)
    : QObject(window)
    , m_settings(settings)
    , m_keychain(std::move(keychain))
    , m_file(std::move(file))
    , m_window(window)
{
}

PasswordKeeper::~PasswordKeeper() = default;

PasswordPlace PasswordKeeper::place() const
{
    return passwordPlaceNamed(m_settings.value(placeSetting).toString());
}

void PasswordKeeper::setPlace(PasswordPlace place)
{
    if (place == this->place())
        return;
    m_settings.setValue(placeSetting, nameOf(place));
    emit placeChanged();
}

Reply<Found> PasswordKeeper::find(const QUrl &server, const QString &account)
{
    const QString key = keyOf(server, account);
    if (place() == PasswordPlace::Keychain)
        return m_keychain->read(key);
    if (place() != PasswordPlace::File || m_declined)
        return Result<Found>(std::nullopt);
    return m_file->exists().chain([this, key](Result<bool> there) -> Reply<Found> {
        if (!there || !*there)
            return Result<Found>(std::nullopt);
        return unlock().chain([this, key](Result<bool> open) -> Reply<Found> {
            if (open && *open)
                return m_file->read(key);
            m_declined = true;
            return Result<Found>(std::nullopt);
        });
    });
}

Reply<bool> PasswordKeeper::keep(const QUrl &server, const QString &account, const QString &password)
{
    const PasswordPlace now = place();
    // Who wants one kept, and had decided for nowhere, decides again.
    const bool open = now == PasswordPlace::Undecided || now == PasswordPlace::Nowhere;
    return keepIn(open ? PasswordPlace::Keychain : now, keyOf(server, account), password);
}

Reply<bool> PasswordKeeper::keepIn(PasswordPlace place, const QString &key, const QString &password)
{
    switch (place) {
    case PasswordPlace::Undecided:
    case PasswordPlace::Keychain:
        return keepInKeychain(key, password);
    case PasswordPlace::File:
        return keepInFile(key, password);
    case PasswordPlace::Nowhere:
        setPlace(place);
        return Result<bool>(false);
    }
    Q_UNREACHABLE();
}

Reply<bool> PasswordKeeper::keepInKeychain(const QString &key, const QString &password)
{
    return m_keychain->write(key, password).chain([this, key, password](Result<void> written) -> Reply<bool> {
        if (!written)
            return askWhere(written.error().message, key, password);
        setPlace(PasswordPlace::Keychain);
        return Result<bool>(true);
    });
}

Reply<bool> PasswordKeeper::keepInFile(const QString &key, const QString &password)
{
    return unlock().chain([this, key, password](Result<bool> open) -> Reply<bool> {
        if (!open || !*open)
            return open;
        setPlace(PasswordPlace::File);
        m_declined = false;
        return m_file->write(key, password).chain([](Result<void> written) -> Reply<bool> {
            return written.map([] { return true; });
        });
    });
}

Reply<bool> PasswordKeeper::askWhere(const QString &reason, const QString &key, const QString &password)
{
    const client::ReplySource<bool> source;
    auto *dialog = new KeepDialog(reason, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, source, dialog, key, password] {
        keepIn(dialog->chosen(), key, password).then(this, [source](Result<bool> kept) { source.settle(kept); });
    });
    connect(dialog, &QDialog::rejected, this, [source] { source.settle(false); });
    dialog->open();
    return source.reply();
}

Reply<bool> PasswordKeeper::unlock()
{
    if (m_file->isUnlocked())
        return Result<bool>(true);
    return m_file->exists().chain([this](Result<bool> there) -> Reply<bool> {
        const client::ReplySource<bool> source;
        const auto ask = there && *there ? PassphraseDialog::Ask::Known : PassphraseDialog::Ask::New;
        auto *dialog = new PassphraseDialog(ask, *m_file, m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::finished, this, [source](int result) { source.settle(result == QDialog::Accepted); });
        dialog->open();
        return source.reply();
    });
}

Reply<void> PasswordKeeper::forget(const QUrl &server, const QString &account)
{
    const QString key = keyOf(server, account);
    if (place() == PasswordPlace::Keychain)
        return m_keychain->remove(key);
    if (place() == PasswordPlace::File && m_file->isUnlocked())
        return m_file->remove(key);
    return Result<void>();
}

} // namespace tenantry::ui
