// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QSet>
#include <QString>

#include <optional>

namespace tenantry::test {

/// The mails of a server without an SMTP server, as a person reads them: each once.
class Mailbox
{
public:
    explicit Mailbox(QString dataDirectory);

    /// What the first group of `pattern` (or all of it) matches in the oldest mail to the address that matches and was
    /// not read yet, in its subject and text. Waits for it; nothing when none comes in ten seconds.
    std::optional<QString> read(const QString &to, const QRegularExpression &pattern);
    /// Whether a mail to the address comes within a second that was not read yet.
    bool hasMore(const QString &to);

private:
    std::optional<QString> look(const QString &to, const QRegularExpression &pattern, bool forget);

    QString m_folder;
    QSet<QString> m_read;
};

} // namespace tenantry::test
