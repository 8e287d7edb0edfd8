// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/mimemessage.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

namespace {

mail::Waiting waiting(const QString &subject, const QString &body, const QString &to = u"ada@example.org"_s)
{
    return {7, {.to = to, .subject = subject, .body = body, .kind = u"test"_s}, 1'700'000'000'000'000, 1};
}

QByteArray contentOf(const mail::Waiting &mail, const QString &from = u"The Shop <shop@example.org>"_s)
{
    const Result<mail::Envelope> envelope = mail::compose(*mail::Sender::parse(from), mail, u"platform"_s);
    return envelope ? envelope->content : QByteArray();
}

QByteArrayList headersOf(const QByteArray &content)
{
    QByteArray head = content.first(content.indexOf("\r\n\r\n"));
    head.replace("\r\n ", " "); // folded
    QByteArrayList lines;
    for (const QByteArray &line : head.split('\n'))
        lines.append(line.trimmed());
    return lines;
}

QByteArray bodyOf(const QByteArray &content)
{
    return content.mid(content.indexOf("\r\n\r\n") + 4);
}

/// What a mail program shows of a header.
QString decoded(const QByteArray &header)
{
    QByteArray bytes;
    for (const QByteArray &word : header.split(' ')) {
        if (word.startsWith("=?UTF-8?B?") && word.endsWith("?="))
            bytes += QByteArray::fromBase64(word.mid(10).chopped(2));
    }
    return QString::fromUtf8(bytes);
}

/// A reader of quoted-printable that knows nothing of the writer.
QByteArray read(const QByteArray &quoted)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < quoted.size(); ++i) {
        if (quoted[i] != '=') {
            bytes += quoted[i];
        } else if (quoted.mid(i + 1, 2) == "\r\n") {
            i += 2;
        } else {
            bytes += QByteArray::fromHex(quoted.mid(i + 1, 2));
            i += 2;
        }
    }
    return bytes;
}

} // namespace

class TestMimeMessage : public QObject
{
    Q_OBJECT

private slots:
    void hasTheHeadersOfAMail()
    {
        const QByteArray content = contentOf(waiting(u"Hello"_s, u"One.\n\nTwo."_s));
        const QByteArrayList headers = headersOf(content);
        for (const char *line :
             {"From: \"The Shop\" <shop@example.org>", "To: ada@example.org", "Subject: Hello",
              "Date: 14 Nov 2023 22:13:20 +0000", "Message-ID: <1700000000000000.platform.7@example.org>",
              "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 7bit"})
            QVERIFY2(headers.contains(line), line);
        QCOMPARE(bodyOf(content), QByteArray("One.\r\n\r\nTwo.\r\n"));
    }

    void noTextBeginsAHeader_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("CRLF") << u"Hello\r\nBcc: eve@example.org"_s;
        QTest::newRow("LF") << u"Hello\nBcc: eve@example.org"_s;
        QTest::newRow("CR") << u"Hello\rBcc: eve@example.org"_s;
        QTest::newRow("folded") << u"Hello\r\n Bcc: eve@example.org"_s;
        QTest::newRow("an end of headers") << u"Hello\r\n\r\nBcc: eve@example.org"_s;
        QTest::newRow("NEL") << u"Hello\u0085Bcc: eve@example.org"_s;
        QTest::newRow("a separator of lines") << u"Hello\u2028Bcc: eve@example.org"_s;
        QTest::newRow("NUL") << (u"Hello"_s + QChar(0) + u"\nBcc: eve@example.org"_s);
    }
    void noTextBeginsAHeader()
    {
        QFETCH(QString, text);
        const QByteArrayList usual = headersOf(contentOf(waiting(u"Hello"_s, u"One."_s)));
        const auto isUsual = [&](const QByteArray &content) {
            const QByteArrayList headers = headersOf(content);
            return headers.size() == usual.size() && bodyOf(content) == "One.\r\n" &&
                   std::none_of(headers.begin(), headers.end(),
                                [](const QByteArray &line) { return line.startsWith("Bcc"); });
        };
        QVERIFY(isUsual(contentOf(waiting(text, u"One."_s))));
        QVERIFY(isUsual(contentOf(waiting(u"Hello"_s, u"One."_s), text + u" <shop@example.org>"_s)));
        QCOMPARE(contentOf(waiting(u"Hello"_s, u"One."_s, text)), QByteArray());
    }

    void namesCannotLeaveTheirQuotes()
    {
        const QByteArray content = contentOf(waiting(u"Hello"_s, u"One."_s), u"a\"b\\c <shop@example.org>"_s);
        QVERIFY2(headersOf(content).contains("From: \"a\\\"b\\\\c\" <shop@example.org>"), content.constData());
    }

    void encodesSubjects_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::newRow("letters") << u"Gr\u00fc\u00dfe aus M\u00fcnchen"_s;
        QTest::newRow("long") << u"\u65e5\u672c\u8a9e "_s.repeated(40).trimmed();
        QTest::newRow("long and ASCII") << u"word "_s.repeated(60).trimmed();
        QTest::newRow("as if encoded") << u"=?UTF-8?B?SGVsbG8=?="_s;
        QTest::newRow("beyond 16 bits") << u"\U0001F600"_s.repeated(30);
    }
    void encodesSubjects()
    {
        QFETCH(QString, subject);
        const QByteArray content = contentOf(waiting(subject, u"One."_s));
        for (const QByteArray &line : content.split('\n'))
            QVERIFY2(line.size() <= 78, line.constData());
        for (const QByteArray &line : headersOf(content)) {
            if (line.startsWith("Subject: "))
                QCOMPARE(decoded(line.mid(9)), subject);
        }
    }

    void encodesBodies_data()
    {
        QTest::addColumn<QString>("body");
        QTest::newRow("letters") << u"Gr\u00fc\u00dfe\n"_s;
        QTest::newRow("long lines") << QString(3000, u'x') + u'\n';
        QTest::newRow("signs, and spaces at ends") << u"a=b \n\u00fc\t\n \n.\n"_s;
        QTest::newRow("a link")
            << u"\u00fc https://shop.example.org/accounts/confirm-email/key/0123456789abcdef0123456789abcdef0123456789/\n"_s;
    }
    void encodesBodies()
    {
        QFETCH(QString, body);
        const QByteArray content = contentOf(waiting(u"Hello"_s, body));
        QVERIFY(headersOf(content).contains("Content-Transfer-Encoding: quoted-printable"));
        for (const QByteArray &line : bodyOf(content).split('\n'))
            QVERIFY(line.size() <= 77 && !line.endsWith(" \r"));
        QCOMPARE(read(bodyOf(content)).replace("\r\n", "\n"), body.toUtf8());
    }
};

QTEST_APPLESS_MAIN(TestMimeMessage)
#include "tst_mimemessage.moc"
