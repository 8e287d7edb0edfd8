// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/textfile.h"

#include "core/base/aside.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace tenantry::ui {

namespace {

tl::unexpected<Error> refuse(const char *message, const QString &path, const QString &reason)
{
    return failure(ErrorCode::Unavailable,
                   QCoreApplication::translate("TextFile", message).arg(QDir::toNativeSeparators(path), reason));
}

Result<QByteArray> readAll(const QString &path)
{
    QFile file(path);
    const char *const message = QT_TRANSLATE_NOOP("TextFile", "%1 cannot be read: %2");
    if (!file.open(QIODevice::ReadOnly))
        return refuse(message, path, file.errorString());
    QByteArray text = file.read(mostBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return refuse(message, path, file.errorString());
    if (text.size() > mostBytes)
        return refuse(message, path, QCoreApplication::translate("TextFile", "it is too large"));
    return text;
}

Result<void> writeAll(const QString &path, const QByteArray &text)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return {};
    return refuse(QT_TRANSLATE_NOOP("TextFile", "%1 cannot be written: %2"), path, file.errorString());
}

} // namespace

void readTextFile(const QString &path, QObject *context, std::function<void(Result<QByteArray>)> then)
{
    Aside<Result<QByteArray>>::run([path] { return readAll(path); }, context, std::move(then));
}

void writeTextFile(const QString &path, const QByteArray &text, QObject *context,
                   std::function<void(Result<void>)> then)
{
    Aside<Result<void>>::run([path, text] { return writeAll(path, text); }, context, std::move(then));
}

} // namespace tenantry::ui
