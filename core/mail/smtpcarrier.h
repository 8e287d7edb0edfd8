// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/carrier.h"

namespace tenantry::mail {

/// How a mail server is reached.
struct SmtpServer
{
    enum class StartTls { Required, IfOffered, Off };

    QByteArray url; ///< smtp:// or smtps://, perhaps with user and password
    QByteArray user;
    QByteArray password;
    StartTls startTls = StartTls::Required; ///< for smtp://
    QByteArray caFile;                      ///< PEM of the authorities that may vouch for it; empty: the system's
};

/// Sends by SMTP, a connection for each mail (libcurl).
class SmtpCarrier : public Carrier
{
public:
    SmtpCarrier(SmtpServer server, const std::atomic<bool> &stopping);

    Result<void> carry(const Envelope &mail) override;
    QString destination() const override;

private:
    SmtpServer m_server;
    const std::atomic<bool> &m_stopping;
};

} // namespace tenantry::mail
