// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/listing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;

class TestListing : public QObject
{
    Q_OBJECT

private slots:
    void orders_data();
    void orders();
    void joinsConditions();
    void searchMeansItsTextLiterally();
};

void TestListing::orders_data()
{
    QTest::addColumn<QString>("ordering");
    QTest::addColumn<QString>("sql"); // empty: refused

    QTest::newRow("default") << QString() << u" ORDER BY n.name, n.id"_s;
    QTest::newRow("reversed") << u"-created"_s << u" ORDER BY n.created_at DESC, n.id"_s;
    QTest::newRow("several") << u"name, -created"_s << u" ORDER BY n.name, n.created_at DESC, n.id"_s;
    QTest::newRow("unknown") << u"id"_s << QString();
    QTest::newRow("column") << u"n.name"_s << QString();
    QTest::newRow("twice reversed") << u"--name"_s << QString();
    QTest::newRow("empty entry") << u"name,"_s << QString();
    QTest::newRow("SQL") << u"name; DROP TABLE notes"_s << QString();
}

void TestListing::orders()
{
    QFETCH(QString, ordering);
    QFETCH(QString, sql);
    constexpr std::array<SortKey, 2> keys{{{"name"_L1, "n.name"}, {"created"_L1, "n.created_at"}}};
    const auto order = orderBy(ordering, u"name"_s, keys, "n.id");
    QCOMPARE(QString::fromStdString(order.value_or(std::string())), sql);
    if (!order) {
        QCOMPARE(order.error().code, ErrorCode::Validation);
        QCOMPARE(order.error().fields.at(0).path, u"ordering"_s);
        QVERIFY(order.error().message.contains("name, created"_L1));
    }
}

void TestListing::joinsConditions()
{
    Conditions conditions;
    QCOMPARE(conditions.where(), std::string());
    conditions.add("a = " + conditions.bind(7));
    conditions.add("b IN (" + conditions.bindList({1, 2}) + ')');
    QCOMPARE(conditions.where(), std::string(" WHERE a = $1 AND b IN ($2, $3)"));
    QCOMPARE(conditions.values().size(), std::size_t(3));
}

void TestListing::searchMeansItsTextLiterally()
{
    Conditions conditions;
    conditions.addSearch("t", u"50%_\\off"_s);
    QCOMPARE(conditions.where(), std::string(" WHERE t LIKE $1 ESCAPE '\\'"));
    const auto bound = std::get<std::string>(conditions.values().at(0).data());
    QCOMPARE(QString::fromStdString(bound), u"%50\\%\\_\\\\OFF%"_s);
    QCOMPARE(searchText({u"Straße"_s, u"b"_s}), u"STRASSE\nB"_s);
}

QTEST_GUILESS_MAIN(TestListing)
#include "tst_listing.moc"
