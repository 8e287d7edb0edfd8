// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/childprocess.h"

namespace tenantry::test {

/// A redis-server of its own for a test, on a free port of loopback; it keeps nothing and ends with the object.
class RedisServer
{
public:
    static constexpr auto password = "open:sesame @redis";

    RedisServer();

    /// With the password, percent-encoded.
    QString url() const;
    /// What it answers to a command of redis-cli.
    QByteArray ask(const QStringList &words) const;

    void kill();
    /// Empty again, on the same port.
    void start();
    /// Keeps the process from answering while its connections stay.
    void freeze();
    void thaw();

private:
    quint16 m_port = 0;
    std::unique_ptr<ChildProcess> m_process;
};

} // namespace tenantry::test
