// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/slug.h"

#include <QSet>
#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

class TestSlug : public QObject
{
    Q_OBJECT

private slots:
    void comesFromAName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("slug");
        QTest::newRow("plain") << u"Acme Corporation"_s << u"acme-corporation"_s;
        QTest::newRow("runs and ends") << u"  Acme -- & Sons!  "_s << u"acme-sons"_s;
        QTest::newRow("underscore") << u"a_b"_s << u"a-b"_s;
        QTest::newRow("digits") << u"3M"_s << u"3m"_s;
        QTest::newRow("accents") << u"Z\u00fcrich Caf\u00e9 \u00d8re"_s << u"zurich-cafe-ore"_s;
        QTest::newRow("sharp s") << u"Stra\u00dfe"_s << u"strasse"_s;
        QTest::newRow("Cyrillic") << u"\u041c\u043e\u0441\u043a\u0432\u0430"_s << u"moskva"_s;
        QTest::newRow("Greek") << u"\u0391\u03b8\u03ae\u03bd\u03b1"_s << u"athena"_s;
        QTest::newRow("Chinese") << u"\u5317\u4eac"_s << u"bei-jing"_s;
        QTest::newRow("nothing left") << u"!!! \U0001F600"_s << u"site"_s;
        QTest::newRow("empty") << QString() << u"site"_s;
        QTest::newRow("long") << QString(80, u'a') << QString(63, u'a');
        QTest::newRow("cut at a hyphen") << QString(62, u'a') + u" b"_s << QString(62, u'a');
    }

    void comesFromAName()
    {
        QFETCH(QString, name);
        const QString slug = slugFrom(name, u"site"_s);
        QTEST(slug, "slug");
        QVERIFY(isSlug(slug));
    }

    void isChecked()
    {
        QVERIFY(isSlug(u"a"));
        QVERIFY(isSlug(u"0-a-"));
        QVERIFY(isSlug(QString(63, u'a')));
        QVERIFY(!isSlug(QString(64, u'a')));
        for (const QString &text : {u""_s, u"-a"_s, u"A"_s, u"a.b"_s, u"a_b"_s, u"\u00e9"_s})
            QVERIFY2(!isSlug(text), qPrintable(text));
        QVERIFY(isReservedSlug(u"sites"));
        QVERIFY(!isReservedSlug(u"site"));
    }

    void getsACounterWhenTaken()
    {
        QSet<QString> taken{u"acme"_s, u"acme-1"_s};
        const auto isTaken = [&taken](const QString &slug) { return taken.contains(slug); };
        QCOMPARE(freeSlug(u"other"_s, isTaken), u"other"_s);
        QCOMPARE(freeSlug(u"acme"_s, isTaken), u"acme-2"_s);

        const QString longest = QString(60, u'a') + u"-bc"_s;
        taken.insert(longest);
        QCOMPARE(freeSlug(longest, isTaken), QString(60, u'a') + u"-1"_s);
    }
};

QTEST_APPLESS_MAIN(TestSlug)
#include "tst_slug.moc"
