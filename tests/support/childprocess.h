// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTemporaryDir>

#include <chrono>
#include <optional>
#include <vector>

namespace tenantry::test {

/// A program that a test runs, killed with the test. Its output goes to files, so that nobody has to read along. Unlike
/// QProcess it is started by posix_spawn, which leaves ThreadSanitizer's view of the test itself alone.
class ChildProcess
{
public:
    using Variables = std::vector<std::pair<QString, QString>>;

    /// `variables` are set besides those of the test.
    ChildProcess(const QString &program, const QStringList &arguments, const Variables &variables = {});
    ~ChildProcess();
    ChildProcess(const ChildProcess &) = delete;
    ChildProcess &operator=(const ChildProcess &) = delete;

    qint64 processId() const { return m_processId; }
    /// The first line of standard output without its end; empty when there is none in time.
    QByteArray firstLine(std::chrono::milliseconds patience);
    QByteArray output() const;
    QByteArray errors() const;

    void send(int signal);
    /// The exit status, or -1 when a signal ended it; nothing while it runs.
    std::optional<int> wait(std::chrono::milliseconds patience);

    struct Ended
    {
        int status = 0; ///< as wait() answers it
        QByteArray output;
        QByteArray errors;
    };
    /// What running it to its end gave; fails the test when it does not end in time.
    Ended waitForEnd(std::chrono::milliseconds patience);

private:
    QByteArray contents(const QString &name) const;

    const QTemporaryDir m_folder;
    const QString m_commandLine;
    int m_processId = 0;
    std::optional<int> m_status;
};

} // namespace tenantry::test
