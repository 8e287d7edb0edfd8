// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/foldercarrier.h"

#include "core/base/privatefile.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace tenantry::mail {

FolderCarrier::FolderCarrier(QString folder)
    : m_folder(std::move(folder))
{
}

QString FolderCarrier::folderIn(const QString &dataDirectory)
{
    return QDir(dataDirectory).filePath(u"outbox"_s);
}

Result<void> FolderCarrier::carry(const Envelope &mail)
{
    if (::mkdir(QFile::encodeName(m_folder).constData(), 0700) != 0 && errno != EEXIST)
        return failure(ErrorCode::Unavailable, u"The folder %1 cannot be made; check the data folder."_s.arg(m_folder));
    return writePrivateFile(QDir(m_folder).filePath(mail.name + u".eml"_s), mail.content);
}

QString FolderCarrier::destination() const
{
    return u"no SMTP_URL is set: mails become files in %1"_s.arg(m_folder);
}

} // namespace tenantry::mail
