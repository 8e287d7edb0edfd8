// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/transfer/csvrow.h"

#include "tests/support/testtables.h"

#include <QTest>

using namespace tenantry;
using data::CsvWriter;

class TestCsvRow : public QObject
{
    Q_OBJECT

    test::TestTables m_tables;
    std::shared_ptr<const data::Table> m_table = m_tables.add("books", R"json({
        "fields": [{"name": "id", "type": "integer"}, {"name": "title", "type": "string"},
                   {"name": "meta", "type": "any"}, {"name": "lent", "type": "boolean"}],
        "primaryKey": "id"})json");

    /// Of a row with ' for quotes and / for backslashes, so that moc reads this.
    QByteArray written(QByteArray row, const std::vector<std::size_t> &columns = {0, 1, 2, 3}) const
    {
        row.replace('\'', '"').replace('/', '\\');
        QByteArray out;
        data::CsvRow(*m_table, columns, CsvWriter::Formulas::Kept)
            .write({row.constData(), std::size_t(row.size())}, out);
        return out.replace('"', '\'');
    }

private slots:
    void writesAHeader()
    {
        QByteArray out;
        data::CsvRow(*m_table, {0, 2}, CsvWriter::Formulas::Kept).writeHeader(out);
        QCOMPARE(out, "id,meta\r\n");
    }

    void writesWhatJsonHolds()
    {
        QCOMPARE(written("{'id':1,'title':'a','meta':2,'lent':true}"), "1,a,2,true\r\n");
        QCOMPARE(written("{'id':-1,'title':null,'meta':null,'lent':null}"), "-1,,,\r\n");
        QCOMPARE(written("{'id':1,'title':'','meta':'x','lent':false}"), "1,'','''x''',false\r\n");
        QCOMPARE(written("{'id':1,'title':'a/n/'','meta':{'a': [1, 2]},'lent':true}"),
                 "1,'a\n''','{''a'': [1, 2]}',true\r\n");
    }

    void leavesOutWhatStandsBehindTheColumns()
    {
        QCOMPARE(written("{'id':1,'title':'a','rank':0.5}", {0, 1}), "1,a\r\n");
    }
};

QTEST_APPLESS_MAIN(TestCsvRow)
#include "tst_csvrow.moc"
