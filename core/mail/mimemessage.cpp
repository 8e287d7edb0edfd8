// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/mimemessage.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::mail {

namespace {

constexpr qsizetype longestLine = 998; ///< RFC 5322 section 2.1.1
constexpr qsizetype usualLine = 76;
constexpr qsizetype bytesOfAWord = 42; ///< in base64, with its frame, they stay within 75 characters

bool isPrintable(char c)
{
    return c >= ' ' && c < '\x7F';
}

/// One line: whatever would begin another becomes a space.
QString oneLine(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = u' ';
    }
    return text.simplified();
}

/// As many bytes of UTF-8 as fit, without breaking a character.
qsizetype wordEnd(const QByteArray &text, qsizetype begin)
{
    qsizetype end = std::min(begin + bytesOfAWord, text.size());
    while (end < text.size() && (text[end] & 0xC0) == 0x80)
        --end;
    return end;
}

/// In what `From` and `To` show: a quoted string, or encoded words.
QByteArray shownMailbox(const QString &name, const QByteArray &mailbox)
{
    const QByteArray encoded = encodedHeader(name, 6);
    if (encoded.isEmpty())
        return mailbox;
    if (encoded.startsWith("=?"))
        return encoded + " <" + mailbox + '>';
    QByteArray quoted = encoded;
    quoted.replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + quoted + "\" <" + mailbox + '>';
}

bool isPlainText(const QByteArray &text)
{
    const QList<QByteArray> lines = text.split('\n');
    return std::all_of(lines.begin(), lines.end(), [](const QByteArray &line) {
        return line.size() <= longestLine &&
               std::all_of(line.begin(), line.end(), [](char c) { return isPrintable(c) || c == '\t'; });
    });
}

QByteArray withCrLf(QByteArray text)
{
    return text.replace('\n', "\r\n");
}

} // namespace

QByteArray encodedHeader(const QString &text, qsizetype used)
{
    QByteArray line = oneLine(text).toUtf8();
    const bool plain = std::all_of(line.begin(), line.end(), isPrintable) && !line.contains("=?");
    if (plain && used + line.size() <= usualLine)
        return line;
    QByteArray encoded;
    for (qsizetype begin = 0; begin < line.size();) {
        const qsizetype end = wordEnd(line, begin);
        encoded +=
            (begin == 0 ? "" : "\r\n ") + QByteArray("=?UTF-8?B?") + line.sliced(begin, end - begin).toBase64() + "?=";
        begin = end;
    }
    return encoded;
}

QByteArray quotedPrintable(const QByteArray &text)
{
    QByteArray encoded;
    qsizetype column = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\n') {
            encoded += "\r\n";
            column = 0;
            continue;
        }
        const bool ends = i + 1 == text.size() || text[i + 1] == '\n';
        const bool literal = (isPrintable(c) && c != '=' && !(c == ' ' && ends)) || (c == '\t' && !ends);
        const QByteArray piece = literal ? QByteArray(1, c) : '=' + QByteArray(1, c).toHex().toUpper();
        if (column + piece.size() >= usualLine) {
            encoded += "=\r\n";
            column = 0;
        }
        encoded += piece;
        column += piece.size();
    }
    return encoded;
}

Result<Envelope> compose(const Sender &sender, const Waiting &waiting, const QString &realm)
{
    Envelope envelope;
    envelope.from = sender.mailbox;
    envelope.to = mailboxOf(waiting.message.to);
    if (envelope.to.isEmpty())
        return failure(ErrorCode::Validation, u"No mail can be sent to this address."_s);
    envelope.name = u"%1.%2.%3"_s.arg(waiting.createdAt).arg(realm).arg(waiting.id);
    const QDateTime written = QDateTime::fromMSecsSinceEpoch(waiting.createdAt / 1000, QTimeZone::utc());
    const QByteArray domain = sender.mailbox.mid(sender.mailbox.lastIndexOf('@') + 1);
    QByteArray body = waiting.message.body.toUtf8();
    body.replace("\r\n", "\n");
    if (!body.endsWith('\n'))
        body += '\n';
    const bool plain = isPlainText(body);

    QByteArray &content = envelope.content;
    content += "From: " + shownMailbox(sender.name, sender.mailbox) + "\r\n";
    content += "To: " + envelope.to + "\r\n";
    content += "Subject: " + encodedHeader(waiting.message.subject, 9) + "\r\n";
    content += "Date: " + written.toString(Qt::RFC2822Date).toLatin1() + "\r\n";
    content += "Message-ID: <" + envelope.name.toLatin1() + '@' + domain + ">\r\n";
    content += "Auto-Submitted: auto-generated\r\n";
    content += "MIME-Version: 1.0\r\n";
    content += "Content-Type: text/plain; charset=utf-8\r\n";
    content += QByteArray("Content-Transfer-Encoding: ") + (plain ? "7bit" : "quoted-printable") + "\r\n\r\n";
    content += plain ? withCrLf(body) : quotedPrintable(body);
    return envelope;
}

} // namespace tenantry::mail
