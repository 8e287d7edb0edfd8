// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/mailbox.h"
#include "tests/support/scenario.h"
#include "tests/support/serverfixture.h"

#include <QHash>

namespace tenantry::test {

/// Plays a scenario against a server of its own, which holds two sites of two organizations, `shop` and `rival`.
class ScenarioRunner
{
public:
    ScenarioRunner(const Scenario &scenario, const QString &engine);

    /// What went wrong, with line, answer and expectation; nothing when all is as it should be.
    QStringList run();

private:
    void prepareSites();
    QString filled(QString text) const;
    QByteArray filledBytes(const QString &text) const;
    QStringList play(const ScenarioStep &step);
    QString captureMail(const QString &name, const QString &asked);
    QString problemWith(const ScenarioCheck &check, const HttpAnswer &answer);

    const Scenario &m_scenario;
    ServerFixture m_server;
    Mailbox m_mailbox;
    QHash<QString, QString> m_variables;
};

} // namespace tenantry::test
