// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakeserver.h"

#include <QStringList>

namespace tenantry::test {

/// A FakeServer that answers as a platform does, in the shapes of the specification: administrator admin@example.org
/// (password "correct horse"), organization Acme with the sites acme-prod and acme-test, in acme-prod the app store
/// with the datatables orders (1,000 rows) and nothing (none). What a test creates shows in later lists.
class FakePlatform : public FakeServer
{
public:
    FakePlatform();

    static constexpr auto email = "admin@example.org";
    static constexpr auto password = "correct horse";
    static constexpr int orderCount = 1000;
    static const QString ordersPath;

    /// More organizations for lists to be long.
    void addOrganizations(int count);
    /// From now on the administrator has a second factor with this code.
    void setSecondFactor(const QString &code) { m_secondFactor = code; }
    /// Seconds the tokens given out from now on say they live.
    void setTokenLifetime(int seconds) { m_tokenLifetime = seconds; }
    /// Access tokens given out before this are answered with 401.
    void revokeAccess() { ++m_generation; }

private:
    Answer tokens();
    Answer authorized(const Received &request, const std::function<Answer()> &answer);
    void serveTokens();
    void serveControlPlane();
    void serveStore();
    Answer create(const Received &request, QStringList &names, bool enveloped);

    QString m_secondFactor;
    int m_tokenLifetime = 900;
    int m_generation = 1;
    QStringList m_organizations{QStringLiteral("Acme")};
    QStringList m_sites{QStringLiteral("acme-prod"), QStringLiteral("acme-test")};
    QStringList m_apps{QStringLiteral("store")};
};

} // namespace tenantry::test
