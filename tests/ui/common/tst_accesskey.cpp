// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/accesskey.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

class TestAccessKey : public QObject
{
    Q_OBJECT

private slots:
    void goes_data();
    void goes();
};

void TestAccessKey::goes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("plain");
    QTest::newRow("none") << u"Open"_s << u"Open"_s;
    QTest::newRow("first letter") << u"&Open"_s << u"Open"_s;
    QTest::newRow("within") << u"Save &as"_s << u"Save as"_s;
    QTest::newRow("an ampersand itself") << u"Search && &replace"_s << u"Search & replace"_s;
    QTest::newRow("Chinese") << u"打开(&O)"_s << u"打开"_s;
    QTest::newRow("Chinese, dialog follows") << u"打开(&O)…"_s << u"打开…"_s;
    QTest::newRow("Hindi") << u"कार्य (&T)"_s << u"कार्य"_s;
    QTest::newRow("other brackets") << u"&Commit (3)"_s << u"Commit (3)"_s;
}

void TestAccessKey::goes()
{
    QFETCH(QString, text);
    QTEST(withoutAccessKey(text), "plain");
}

QTEST_GUILESS_MAIN(TestAccessKey)
#include "tst_accesskey.moc"
