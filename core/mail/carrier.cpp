// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/carrier.h"

#include "core/config/config.h"
#include "core/mail/foldercarrier.h"
#include "core/mail/smtpcarrier.h"

using namespace Qt::StringLiterals;

namespace tenantry::mail {

Result<std::unique_ptr<Carrier>> makeCarrier(const Config &config, const std::atomic<bool> &stopping)
{
    if (config.smtpUrl.isEmpty())
        return std::unique_ptr<Carrier>(std::make_unique<FolderCarrier>(FolderCarrier::folderIn(config.dataDirectory)));
    SmtpServer server;
    server.url = config.smtpUrl.toUtf8();
    server.user = config.smtpUser.toUtf8();
    server.password = config.smtpPassword.toUtf8();
    server.startTls = config.smtpStartTls == "off"_L1          ? SmtpServer::StartTls::Off
                      : config.smtpStartTls == "if-offered"_L1 ? SmtpServer::StartTls::IfOffered
                                                               : SmtpServer::StartTls::Required;
    return std::unique_ptr<Carrier>(std::make_unique<SmtpCarrier>(std::move(server), stopping));
}

} // namespace tenantry::mail
