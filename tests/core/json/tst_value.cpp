// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/value.h"

#include <QTest>

using namespace tenantry::json;

class TestValue : public QObject
{
    Q_OBJECT

private slots:
    void answersEmptyValuesForOtherTypes()
    {
        const Value value("text");
        QVERIFY(!value.integer());
        QVERIFY(value.array().empty());
        QVERIFY(value.object().empty());
        QVERIFY(value["key"]["deeper"].isNull());
        QVERIFY(value.at(3).isNull());
        QCOMPARE(value.boolean(true), true);
    }

    void tellsIntegersFromOtherNumbers()
    {
        QCOMPARE(Value(Number{"9223372036854775807"}).integer(), std::numeric_limits<std::int64_t>::max());
        QVERIFY(!Value(Number{"9223372036854775808"}).integer());
        QVERIFY(!Value(Number{"1.5"}).integer());
        QCOMPARE(Value(Number{"1.5"}).real(), 1.5);
        QCOMPARE(Value(-3).integer(), -3);
    }

    void keepsMembersInOrder()
    {
        Object object;
        object.set("b", 1);
        object.set("a", 2);
        object.set("b", 3);
        QCOMPARE(object.size(), 2u);
        QCOMPARE(object.begin()->first, std::string("b"));
        QCOMPARE(object.find("b")->integer(), 3);
        QVERIFY(object.remove("b"));
        QVERIFY(!object.remove("b"));
        QVERIFY(!object.contains("b"));
    }

    void comparesObjectsWhateverTheOrder()
    {
        Object left;
        left.set("a", 1);
        left.set("b", Array{1, "x"});
        Object right;
        right.set("b", Array{1, "x"});
        QVERIFY(Value(left) != Value(right));
        right.set("a", 1);
        QVERIFY(Value(left) == Value(right));
        right.set("a", 2);
        QVERIFY(Value(left) != Value(right));
    }
};

QTEST_APPLESS_MAIN(TestValue)
#include "tst_value.moc"
