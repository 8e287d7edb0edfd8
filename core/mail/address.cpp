// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/address.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::mail {

namespace {

constexpr qsizetype longestName = 64; ///< before the @ (RFC 5321 section 4.5.3.1)
constexpr qsizetype longest = 254;

bool isPlain(QChar c)
{
    return c > u' ' && c < u'\x7F' && !QStringLiteral("\"(),:;<>[]\\@").contains(c);
}

} // namespace

QByteArray mailboxOf(const QString &address)
{
    const qsizetype at = address.lastIndexOf(u'@');
    if (at < 1 || at > longestName || !std::all_of(address.begin(), address.begin() + at, isPlain))
        return {};
    const QByteArray domain = QUrl::toAce(address.mid(at + 1));
    const auto isLabelByte = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    };
    if (domain.isEmpty() || domain.startsWith('-') || !std::all_of(domain.begin(), domain.end(), isLabelByte))
        return {};
    const QByteArray mailbox = address.first(at).toLatin1() + '@' + domain;
    return mailbox.size() <= longest ? mailbox : QByteArray();
}

bool isMailable(const QString &address)
{
    return !mailboxOf(address).isEmpty();
}

Result<Sender> Sender::parse(const QString &text)
{
    const QString whole = text.trimmed();
    const qsizetype open = whole.lastIndexOf(u'<');
    const bool named = open >= 0 && whole.endsWith(u'>');
    QString name = named ? whole.first(open).trimmed() : QString();
    if (name.size() > 1 && name.startsWith(u'"') && name.endsWith(u'"'))
        name = name.mid(1, name.size() - 2);
    const QByteArray mailbox = mailboxOf(named ? whole.mid(open + 1).chopped(1).trimmed() : whole);
    if (mailbox.isEmpty())
        return failure(ErrorCode::Validation, u"must be an e-mail address, or Name <address>"_s);
    return Sender{name, mailbox};
}

} // namespace tenantry::mail
