// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/hexdump.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

class TestHexDump : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsNoLine() { QCOMPARE(hexDump({}), QString()); }
    void fullLine();
    void theLastLineIsPaddedToTheTexts();
};

void TestHexDump::fullLine()
{
    QCOMPARE(hexDump("0123456789abcde\n"),
             u"00000000  30 31 32 33 34 35 36 37  38 39 61 62 63 64 65 0a  |0123456789abcde.|"_s);
}

void TestHexDump::theLastLineIsPaddedToTheTexts()
{
    const QStringList lines = hexDump(QByteArrayView("0123456789abcdef\xff\0", 18)).split(u'\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[1].startsWith(u"00000010  ff 00 "_s));
    QVERIFY(lines[1].endsWith(u" |..|"_s));
    QCOMPARE(lines[1].indexOf(u'|'), lines[0].indexOf(u'|'));
}

QTEST_GUILESS_MAIN(TestHexDump)
#include "tst_hexdump.moc"
