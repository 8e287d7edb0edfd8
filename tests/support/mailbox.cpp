// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/mailbox.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tenantry::test {

namespace {

QByteArray header(const QByteArray &head, const char *name)
{
    for (const QByteArray &line : head.split('\n')) {
        if (line.startsWith(QByteArray(name) + ": "))
            return line.mid(qsizetype(qstrlen(name)) + 2).trimmed();
    }
    return {};
}

QByteArray decoded(const QByteArray &quoted)
{
    QByteArray text;
    for (qsizetype i = 0; i < quoted.size(); ++i) {
        const bool escaped = quoted[i] == '=';
        if (!escaped)
            text += quoted[i];
        else if (quoted.mid(i + 1, 2) != "\r\n")
            text += QByteArray::fromHex(quoted.mid(i + 1, 2));
        i += escaped ? 2 : 0;
    }
    return text;
}

} // namespace

Mailbox::Mailbox(QString dataDirectory)
    : m_folder(std::move(dataDirectory) + u"/outbox"_s)
{
}

std::optional<QString> Mailbox::read(const QString &to, const QRegularExpression &pattern)
{
    for (QDeadlineTimer deadline(10'000); !deadline.hasExpired(); QTest::qSleep(20)) {
        if (auto found = look(to, pattern, true))
            return found;
    }
    return {};
}

bool Mailbox::hasMore(const QString &to)
{
    for (QDeadlineTimer deadline(1'000); !deadline.hasExpired(); QTest::qSleep(50)) {
        if (look(to, QRegularExpression(u"."_s), false))
            return true;
    }
    return false;
}

std::optional<QString> Mailbox::look(const QString &to, const QRegularExpression &pattern, bool forget)
{
    // Names begin with the time at which the mail was left.
    for (const QString &name : QDir(m_folder).entryList({u"*.eml"_s}, QDir::Files, QDir::Name)) {
        QFile file(QDir(m_folder).filePath(name));
        if (m_read.contains(name) || !file.open(QFile::ReadOnly))
            continue;
        const QByteArray content = file.readAll();
        const qsizetype end = content.indexOf("\r\n\r\n");
        const QByteArray head = content.first(end);
        const QByteArray body = content.mid(end + 4);
        if (header(head, "To") != to.toUtf8())
            continue;
        const bool quoted = header(head, "Content-Transfer-Encoding") == "quoted-printable";
        const QString text = u"Subject: "_s + QString::fromUtf8(header(head, "Subject")) + u"\n\n"_s +
                             QString::fromUtf8(quoted ? decoded(body) : body).remove(u'\r');
        const QRegularExpressionMatch match = pattern.match(text);
        if (!match.hasMatch())
            continue;
        if (forget)
            m_read.insert(name);
        return match.captured(match.lastCapturedIndex() > 0 ? 1 : 0);
    }
    return {};
}

} // namespace tenantry::test
