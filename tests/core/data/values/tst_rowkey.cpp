// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/values/rowkey.h"

#include "tests/support/testtables.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

class TestRowKey : public QObject
{
    Q_OBJECT

    test::TestTables m_tables;
    std::shared_ptr<const data::Table> m_numbered = m_tables.add("numbered", R"({
        "fields": [{"name": "id", "type": "integer"}], "primaryKey": "id"})");
    std::shared_ptr<const data::Table> m_paired = m_tables.add("paired", R"({
        "fields": [{"name": "code", "type": "string"}, {"name": "day", "type": "date"}],
        "primaryKey": ["code", "day"]})");

private slots:
    void readsAPath()
    {
        const auto key = data::parseRowKey(*m_numbered, u"7"_s);
        QVERIFY(key);
        QCOMPARE(data::rowKeyText(*m_numbered, *key), u"7"_s);
        QVERIFY(!data::parseRowKey(*m_numbered, u"seven"_s));
        QVERIFY(!data::parseRowKey(*m_numbered, u"7,8"_s));
    }

    void readsACompositePath()
    {
        const auto key = data::parseRowKey(*m_paired, u"a%2Cb,2024-01-02"_s);
        QVERIFY(key);
        QCOMPARE(data::rowKeyText(*m_paired, *key), u"a,b,2024-01-02"_s);
        QVERIFY(!data::parseRowKey(*m_paired, u"a"_s));
        QVERIFY(!data::parseRowKey(*m_paired, u"a,tomorrow"_s));
    }

    void readsLists()
    {
        QCOMPARE(data::parseRowKeys(*m_numbered, u"1,2,3"_s)->size(), std::size_t(3));
        QCOMPARE(data::parseRowKeys(*m_paired, u"a,2024-01-02,b,2024-01-03"_s)->size(), std::size_t(2));
        for (const QString &wrong : {u""_s, u","_s, u"1,x"_s}) {
            const auto keys = data::parseRowKeys(*m_numbered, wrong);
            QVERIFY(!keys);
            QCOMPARE(keys.error().fields.front().path, u"ids"_s);
        }
        QVERIFY(!data::parseRowKeys(*m_paired, u"a,2024-01-02,b"_s));
    }

    void limitsLists()
    {
        QVERIFY(data::parseRowKeys(*m_numbered, QStringList(8000, u"1"_s).join(u',')));
        QVERIFY(!data::parseRowKeys(*m_numbered, QStringList(8001, u"1"_s).join(u',')));
    }

    void isWholeOrNothing()
    {
        data::RowValues values(2);
        values[0] = sql::Value("a");
        QVERIFY(!data::rowKeyOf(*m_paired, values));
        values[1] = sql::Value();
        QVERIFY(!data::rowKeyOf(*m_paired, values));
        values[1] = sql::Value("2024-01-02");
        QVERIFY(data::rowKeyOf(*m_paired, values) == data::parseRowKey(*m_paired, u"a,2024-01-02"_s));
    }
};

QTEST_APPLESS_MAIN(TestRowKey)
#include "tst_rowkey.moc"
