// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/repeatedinsert.h"

#include "tests/support/testtables.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

class TestRepeatedInsert : public QObject
{
    Q_OBJECT

    static QString textOf(const data::Statement &statement)
    {
        QString text = QString::fromStdString(statement.text);
        for (const sql::Value &value : statement.values) {
            const auto *number = std::get_if<std::int64_t>(&value.data());
            text += u' ' +
                    (number ? QString::number(*number) : QString::fromStdString(std::get<std::string>(value.data())));
        }
        return text;
    }

private slots:
    void isWrittenForEachShapeOnce()
    {
        test::TestTables tables;
        const auto table = tables.add("books", R"({
            "fields": [{"name": "id", "type": "integer"}, {"name": "title", "type": "string"}], "primaryKey": "id"})");
        int written = 0;
        data::RepeatedInsert insert(*table, sql::Dialect::Sqlite, [&](const data::RowValues &row) {
            data::Statement statement{"text " + std::to_string(++written), {}};
            for (const auto &value : row) {
                if (value)
                    statement.values.push_back(*value);
            }
            statement.values.push_back("guard"); // stays
            return statement;
        });
        QCOMPARE(textOf(insert.of({1, "a"})), u"text 1 1 a guard"_s);
        QCOMPARE(textOf(insert.of({2, "b"})), u"text 1 2 b guard"_s);
        QCOMPARE(textOf(insert.of({3, std::nullopt})), u"text 2 3 guard"_s);
        QCOMPARE(textOf(insert.of({std::nullopt, "d"})), u"text 3 d guard"_s);
        QCOMPARE(textOf(insert.of({std::nullopt, "e"})), u"text 3 e guard"_s);
        QCOMPARE(textOf(insert.of({6, "f"})), u"text 4 6 f guard"_s);
    }
};

QTEST_GUILESS_MAIN(TestRepeatedInsert)
#include "tst_repeatedinsert.moc"
