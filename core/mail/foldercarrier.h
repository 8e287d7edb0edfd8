// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/carrier.h"

namespace tenantry::mail {

/// Where no SMTP server is configured each mail becomes a file NAME.eml, which only the server's user may read (mode
/// 0600, the folder 0700): it may hold keys.
class FolderCarrier : public Carrier
{
public:
    explicit FolderCarrier(QString folder);

    /// Where the mails of a deployment go that has no mail server.
    static QString folderIn(const QString &dataDirectory);

    Result<void> carry(const Envelope &mail) override;
    QString destination() const override;

private:
    QString m_folder;
};

} // namespace tenantry::mail
