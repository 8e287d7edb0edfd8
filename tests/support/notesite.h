// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/serverfixture.h"

namespace tenantry::test {

/// A site of a running server with one table of titles, for tests that care about whether writing and reading work.
class NoteSite
{
public:
    /// Makes the site and, for the first of a server, the organization "Acme" it belongs to.
    NoteSite(const ServerFixture &server, const QString &name);

    /// The server may have been started again in between.
    HttpAnswer add(const QString &title) const;
    /// What a list of the notes answers.
    HttpAnswer list() const;
    /// The bytes of a request for that list.
    QByteArray listRequest() const;
    /// The titles in the order of their making; not to be asked while the site is out of order.
    QStringList titles() const;

    QString uuid() const { return m_uuid; }
    /// Where its rows are, and the access token of who may do everything there.
    QByteArray table() const { return m_prefix + "/api/apps/store/datatables/notes/data/"; }
    const QByteArray &token() const { return m_token; }

private:
    HttpAnswer post(const QByteArray &path, const char *body) const;

    const ServerFixture &m_server;
    QByteArray m_prefix;
    QString m_uuid;
    QByteArray m_token;
};

} // namespace tenantry::test
