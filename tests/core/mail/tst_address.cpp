// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/address.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

class TestAddress : public QObject
{
    Q_OBJECT

private slots:
    void knowsWhereMailCanGo_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QByteArray>("mailbox");
        QTest::newRow("plain") << u"ada@example.org"_s << QByteArray("ada@example.org");
        QTest::newRow("with signs") << u"ada+shop.x'y@example.org"_s << QByteArray("ada+shop.x'y@example.org");
        QTest::newRow("a domain of other letters")
            << u"ada@b\u00fccher.example"_s << QByteArray("ada@xn--bcher-kva.example");
        QTest::newRow("no domain") << u"ada@"_s << QByteArray();
        QTest::newRow("no name") << u"@example.org"_s << QByteArray();
        QTest::newRow("no @") << u"ada"_s << QByteArray();
        QTest::newRow("a second @") << u"ada@b@example.org"_s << QByteArray();
        QTest::newRow("another header") << u"ada@example.org\r\nBcc: eve@example.org"_s << QByteArray();
        QTest::newRow("another header before") << u"ada\r\nBcc: eve@example.org"_s << QByteArray();
        QTest::newRow("another command") << u"ada@example.org> SIZE=1"_s << QByteArray();
        QTest::newRow("another bracket") << u"ada><eve@example.org"_s << QByteArray();
        QTest::newRow("two addresses") << u"ada@example.org, eve@example.org"_s << QByteArray();
        QTest::newRow("a name of other letters") << u"\u00e4da@example.org"_s << QByteArray();
        QTest::newRow("a long name") << QString(65, u'a') + u"@example.org"_s << QByteArray();
        QTest::newRow("NUL") << (u"ada"_s + QChar(0) + u"@example.org"_s) << QByteArray();
    }
    void knowsWhereMailCanGo()
    {
        QFETCH(QString, address);
        QFETCH(QByteArray, mailbox);
        QCOMPARE(mail::mailboxOf(address), mailbox);
        QCOMPARE(mail::isMailable(address), !mailbox.isEmpty());
    }

    void readsSenders_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("mailbox");
        QTest::newRow("an address") << u"shop@example.org"_s << QString() << QByteArray("shop@example.org");
        QTest::newRow("with a name") << u"The Shop <shop@example.org>"_s << u"The Shop"_s
                                     << QByteArray("shop@example.org");
        QTest::newRow("with quotes") << u"\"Shop, Inc.\" <shop@example.org>"_s << u"Shop, Inc."_s
                                     << QByteArray("shop@example.org");
        QTest::newRow("a name alone") << u"The Shop"_s << QString() << QByteArray();
        QTest::newRow("no end") << u"The Shop <shop@example.org"_s << QString() << QByteArray();
    }
    void readsSenders()
    {
        QFETCH(QString, text);
        QFETCH(QString, name);
        QFETCH(QByteArray, mailbox);
        const Result<mail::Sender> sender = mail::Sender::parse(text);
        QCOMPARE(sender.has_value(), !mailbox.isEmpty());
        if (sender) {
            QCOMPARE(sender->name, name);
            QCOMPARE(sender->mailbox, mailbox);
        }
    }
};

QTEST_APPLESS_MAIN(TestAddress)
#include "tst_address.moc"
