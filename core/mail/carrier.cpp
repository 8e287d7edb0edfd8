// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/carrier.h"

#include "core/config/config.h"
#include "core/mail/foldercarrier.h"
#include "core/mail/smtpcarrier.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace tenantry::mail {

namespace {

/// Found when the server starts, and not when somebody waits for a mail.
Result<void> checkAuthorities(const QString &path)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return failure(ErrorCode::NotConfigured,
                       u"SMTP_CA_FILE \"%1\" cannot be read: %2."_s.arg(path, file.errorString()));
    if (!file.readAll().contains("-----BEGIN CERTIFICATE-----"))
        return failure(ErrorCode::NotConfigured, u"SMTP_CA_FILE \"%1\" holds no certificate in PEM."_s.arg(path));
    return {};
}

} // namespace

Result<std::unique_ptr<Carrier>> makeCarrier(const Config &config, const std::atomic<bool> &stopping)
{
    if (config.smtpUrl.isEmpty())
        return std::unique_ptr<Carrier>(std::make_unique<FolderCarrier>(FolderCarrier::folderIn(config.dataDirectory)));
    if (!config.smtpCaFile.isEmpty())
        TRY(checkAuthorities(config.smtpCaFile));
    SmtpServer server;
    server.url = config.smtpUrl.toUtf8();
    server.user = config.smtpUser.toUtf8();
    server.password = config.smtpPassword.toUtf8();
    server.caFile = QFile::encodeName(config.smtpCaFile);
    server.startTls = config.smtpStartTls == "off"_L1          ? SmtpServer::StartTls::Off
                      : config.smtpStartTls == "if-offered"_L1 ? SmtpServer::StartTls::IfOffered
                                                               : SmtpServer::StartTls::Required;
    return std::unique_ptr<Carrier>(std::make_unique<SmtpCarrier>(std::move(server), stopping));
}

} // namespace tenantry::mail
