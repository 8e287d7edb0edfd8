// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/secretfile.h"

#include "core/base/privatefile.h"
#include "core/json/reader.h"
#include "core/json/writer.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

using crypto::PassphraseBox;

constexpr int lockPatienceMs = 5'000; ///< for another console that makes a key out of the passphrase

Error unavailable(const char *message, const QString &path)
{
    return Error::make(ErrorCode::Unavailable, SecretFile::tr(message).arg(QDir::toNativeSeparators(path)));
}

/// In the words of who typed the passphrase, or whose file it is.
Error explained(const Error &error, const QString &path)
{
    switch (error.code) {
    case ErrorCode::Unauthorized:
        return Error::field(u"passphrase"_s, SecretFile::tr("This is not the passphrase of the stored passwords."));
    case ErrorCode::BadRequest:
        return unavailable(QT_TRANSLATE_NOOP("tenantry::ui::SecretFile",
                                             "The file of stored passwords, %1, is damaged. Bring it back from a "
                                             "backup, or begin a new one."),
                           path);
    default:
        return error;
    }
}

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        return file.readAll();
    return failure(unavailable(
        QT_TRANSLATE_NOOP("tenantry::ui::SecretFile", "The file of stored passwords, %1, cannot be read."), path));
}

Result<void> writeFile(const QString &path, const QByteArray &sealed)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    if (writePrivateFile(path, sealed))
        return {};
    return failure(unavailable(QT_TRANSLATE_NOOP("tenantry::ui::SecretFile",
                                                 "The file of stored passwords, %1, cannot be written. Check the "
                                                 "folder and the room on the disk."),
                               path));
}

/// Between reading the file and replacing it nobody else may do the same.
Result<std::unique_ptr<QLockFile>> lockFile(const QString &path)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    auto lock = std::make_unique<QLockFile>(path + u".lock"_s);
    if (lock->tryLock(lockPatienceMs))
        return lock;
    return failure(unavailable(QT_TRANSLATE_NOOP("tenantry::ui::SecretFile",
                                                 "The file of stored passwords, %1, cannot be locked. Check the "
                                                 "folder, and whether another console hangs."),
                               path));
}

Result<PassphraseBox> openOrMake(const QString &path, const QByteArray &passphrase, const SecretFile::Cost &cost)
{
    const auto lock = TRY(lockFile(path));
    if (!QFile::exists(path)) {
        auto box = TRY(PassphraseBox::create(passphrase, cost));
        TRY(writeFile(path, box.seal("{}")));
        return box;
    }
    const QByteArray sealed = TRY(readFile(path));
    return PassphraseBox::of(sealed, passphrase).map_error([&path](const Error &error) {
        return explained(error, path);
    });
}

Result<json::Object> contentOf(const QString &path, const std::optional<PassphraseBox> &box)
{
    if (!box)
        return failure(ErrorCode::Unauthorized, SecretFile::tr("The stored passwords are locked."));
    const QByteArray sealed = TRY(readFile(path));
    const auto text = box->open(sealed);
    if (!text)
        return failure(explained(text.error(), path));
    const json::Value content = TRY(json::read({text->constData(), std::size_t(text->size())}));
    return content.object();
}

using Change = std::function<void(json::Object &)>;

Result<void> changed(const QString &path, const std::optional<PassphraseBox> &box, const Change &change)
{
    const auto lock = TRY(lockFile(path));
    json::Object content = TRY(contentOf(path, box));
    change(content);
    return writeFile(path, box->seal(json::write(json::Value(std::move(content)))));
}

std::string nameOf(const QString &key)
{
    return key.toStdString();
}

} // namespace

SecretFile::SecretFile(const QString &path, const Cost &cost, QObject *parent)
    : SecretStore(parent)
    , m_path(path)
    , m_cost(cost)
    , m_box(std::make_shared<std::optional<PassphraseBox>>())
{
}

SecretFile::~SecretFile() = default;

client::Reply<bool> SecretFile::exists()
{
    return m_thread.run<bool>([path = m_path]() -> Result<bool> { return QFile::exists(path); });
}

client::Reply<void> SecretFile::unlock(const QString &passphrase)
{
    return m_thread
        .run<void>([path = m_path, box = m_box, cost = m_cost, bytes = passphrase.toUtf8()]() -> Result<void> {
            *box = TRY(openOrMake(path, bytes, cost));
            return {};
        })
        .chain([guarded = QPointer(this)](Result<void> opened) -> client::Reply<void> {
            if (guarded && opened)
                guarded->m_unlocked = true;
            return opened;
        });
}

client::Reply<void> SecretFile::discard()
{
    m_unlocked = false;
    return m_thread.run<void>([path = m_path, box = m_box]() -> Result<void> {
        box->reset();
        if (!QFile::exists(path) || QFile::remove(path))
            return {};
        return failure(unavailable(
            QT_TRANSLATE_NOOP("tenantry::ui::SecretFile", "The file of stored passwords, %1, cannot be removed."),
            path));
    });
}

client::Reply<std::optional<QString>> SecretFile::read(const QString &key)
{
    using Found = std::optional<QString>;
    return m_thread.run<Found>([path = m_path, box = m_box, key]() -> Result<Found> {
        const json::Object content = TRY(contentOf(path, *box));
        const json::Value *secret = content.find(nameOf(key));
        return secret ? Found(secret->text()) : Found();
    });
}

client::Reply<void> SecretFile::write(const QString &key, const QString &secret)
{
    return m_thread.run<void>([path = m_path, box = m_box, key, secret] {
        return changed(path, *box, [&](json::Object &content) { content.set(nameOf(key), secret); });
    });
}

client::Reply<void> SecretFile::remove(const QString &key)
{
    return m_thread.run<void>([path = m_path, box = m_box, key] {
        return changed(path, *box, [&](json::Object &content) { content.remove(nameOf(key)); });
    });
}

} // namespace tenantry::ui
