// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routing/call.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::server;

class TestQuery : public QObject
{
    Q_OBJECT

private slots:
    void decodes_data()
    {
        using Items = std::vector<std::pair<QString, QString>>;
        QTest::addColumn<QByteArray>("encoded");
        QTest::addColumn<Items>("items");
        QTest::newRow("empty") << QByteArray() << Items{};
        QTest::newRow("plain") << QByteArray("a=1&b=2") << Items{{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}};
        QTest::newRow("plus is a space") << QByteArray("a=x+y%2B") << Items{{u"a"_s, u"x y+"_s}};
        QTest::newRow("names, too") << QByteArray("a%20b=c") << Items{{u"a b"_s, u"c"_s}};
        QTest::newRow("no value") << QByteArray("a&b=") << Items{{u"a"_s, u""_s}, {u"b"_s, u""_s}};
        QTest::newRow("value with =") << QByteArray("a=b=c") << Items{{u"a"_s, u"b=c"_s}};
        QTest::newRow("stray separators") << QByteArray("&&a=1&") << Items{{u"a"_s, u"1"_s}};
        QTest::newRow("not UTF-8") << QByteArray("a=%FF") << Items{{u"a"_s, u"\uFFFD"_s}};
        QTest::newRow("U+0000") << QByteArray("a=admin%00x") << Items{{u"a"_s, u"admin\uFFFDx"_s}};
        QTest::newRow("repeated") << QByteArray("a=1&a=2") << Items{{u"a"_s, u"1"_s}, {u"a"_s, u"2"_s}};
    }

    void decodes()
    {
        using Items = std::vector<std::pair<QString, QString>>;
        QFETCH(QByteArray, encoded);
        QFETCH(Items, items);
        QCOMPARE(Query::parse(encoded).all(), items);
    }

    void theLastOneCounts()
    {
        QCOMPARE(Query::parse("a=1&a=2").value(u"a"_s), u"2"_s);
        QVERIFY(!Query::parse("b=1").value(u"a"_s));
    }

    void readsBooleansAsTheContractSpellsThem()
    {
        for (const char *text : {"true", "True", "1"})
            QCOMPARE(Query::parse(QByteArray("a=") + text).boolean(u"a"_s).value(), true);
        for (const char *text : {"false", "False", "0"})
            QCOMPARE(Query::parse(QByteArray("a=") + text).boolean(u"a"_s).value(), false);
        for (const char *text : {"", "yes", "TRUE", "2"})
            QCOMPARE(Query::parse(QByteArray("a=") + text).boolean(u"a"_s).error().fields.front().path, u"a"_s);
    }

    void readsIntegers()
    {
        QCOMPARE(Query::parse("a=-7").integer(u"a"_s).value(), -7);
        for (const char *text : {"", "x", "1.5", "9223372036854775808"})
            QVERIFY(!Query::parse(QByteArray("a=") + text).integer(u"a"_s));
    }
};

QTEST_APPLESS_MAIN(TestQuery)
#include "tst_query.moc"
