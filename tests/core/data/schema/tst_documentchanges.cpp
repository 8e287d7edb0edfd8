// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/documentchanges.h"

#include "core/data/definition/tabledefinition.h"
#include "core/data/documents/documentdefinition.h"
#include "core/data/schema/tablechanges.h"
#include "core/json/reader.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::data;
using namespace Qt::StringLiterals;

namespace {

/// `fields` beside the key, JSON with ' for ".
Table documents(const QByteArray &fields, const QByteArray &more = {})
{
    QByteArray text = "{'fields':[{'name':'id','type':'integer'}" + (fields.isEmpty() ? "" : "," + fields) +
                      "],'primaryKey':'id'" + more + "}";
    text.replace('\'', '"');
    const json::Value value = test::expectValue(json::read({text.constData(), std::size_t(text.size())}));
    Table table = test::expectValue(TableDefinition::parse(u"shop"_s, "notes", value)).table;
    table.providerType = documentProvider;
    DefinitionReport report;
    adaptToDocuments(table, JsonPath(), report);
    return table;
}

QString listed(const std::vector<SchemaOperation> &operations)
{
    QStringList list;
    for (const SchemaOperation &operation : operations)
        list.append(QString::fromUtf8(nameOf(operation.kind).data()) + u' ' + QString::fromStdString(operation.column));
    return list.join(u", "_s);
}

const sql::Namespace sqlite(sql::Dialect::Sqlite, {}, "_");
const sql::Namespace postgres(sql::Dialect::Postgres, "acme", "_");

} // namespace

/// From one definition of documents to another, without a database.
class TestDocumentChanges : public QObject
{
    Q_OBJECT

private slots:
    void plans_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("steps");
        const auto row = [](const char *name, const char *before, const char *after, const char *steps) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(after) << QString::fromLatin1(steps);
        };
        row("nothing", "{'name':'a'}", "{'name':'a'}", "");
        row("a field comes", "", "{'name':'a','constraints':{'required':true}}", "");
        row("a field goes", "{'name':'a'}", "", "");
        row("a type changes", "{'name':'a'}", "{'name':'a','type':'integer'}", "");
        row("rules change", "{'name':'a'}", "{'name':'a','default':'x','constraints':{'maxLength':3}}", "");
        row("an index comes", "{'name':'a'}", "{'name':'a','x-index':'btree'}", "add_index a");
        row("an index goes", "{'name':'a','x-index':'btree'}", "{'name':'a'}", "drop_index a");
        row("a field goes with its index", "{'name':'a','x-index':'btree'}", "", "drop_index a");
        row("an indexed field changes its type", "{'name':'a','x-index':'btree'}",
            "{'name':'a','type':'integer','x-index':'btree'}", "drop_index a, add_index a");
        row("a field becomes unique", "{'name':'a'}", "{'name':'a','constraints':{'unique':true}}", "add_index a");
        row("a comment", "{'name':'a'}", "{'name':'a','comment':'x'}", "");
    }

    void plans()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QString, steps);
        for (const sql::Namespace &space : {sqlite, postgres})
            QCOMPARE(listed(planDocumentChanges(documents(before), documents(after), DdlWriter(space))), steps);
    }

    void countsWhatStandsAgainstAUniqueField()
    {
        const auto operations = planDocumentChanges(
            documents("{'name':'a'}"), documents("{'name':'a','constraints':{'unique':true}}"), DdlWriter(sqlite));
        QVERIFY(operations.at(0).check);
        QVERIFY(operations.at(0).check->count.find("tenantry_field('text'") != std::string::npos);
        QVERIFY(!operations.at(0).destructive);
    }

    void makesTwoColumns()
    {
        const Table table = documents("{'name':'a','comment':'c','constraints':{'required':true,'maxLength':3}},"
                                      "{'name':'b','x-index':'gin','type':'object'}");
        const auto operations = planCreation(table, DdlWriter(postgres));
        QCOMPARE(listed(operations), u"create_table , add_index b"_s);
        const std::string &sql = operations.front().sql;
        QVERIFY(sql.find("\"data\" jsonb NOT NULL") != std::string::npos);
        QVERIFY(sql.find("CHECK") == std::string::npos);
        QVERIFY(sql.find("\"a\"") == std::string::npos);
        QVERIFY(operations.back().sql.find("USING gin ((CASE") != std::string::npos);
    }

    void keepsForeignKeysAsMetadata()
    {
        QByteArray text = "{'fields':[{'name':'id','type':'integer'},{'name':'up','type':'integer'}],'primaryKey':'id',"
                          "'foreignKeys':[{'fields':'up','reference':{'resource':'','fields':'id'}}]}";
        text.replace('\'', '"');
        const json::Value value = test::expectValue(json::read({text.constData(), std::size_t(text.size())}));
        Table table = test::expectValue(TableDefinition::parse(u"shop"_s, "notes", value)).table;
        table.providerType = documentProvider;
        DefinitionReport report;
        adaptToDocuments(table, JsonPath(), report);
        QVERIFY(report.acceptable());
        QCOMPARE(report.warnings().size(), 1);
        QVERIFY(table.foreignKeys.empty());
        QCOMPARE(table.definition["foreignKeys"].array().size(), std::size_t(1));
    }

    void refusesReshaping()
    {
        const Table before = documents("{'name':'a'}");
        const auto problems = [&](const Table &after, const std::map<std::string, std::string> &renames) {
            DefinitionReport report;
            refuseReshaping(before, after, renames, JsonPath(), report);
            return report.problems().size();
        };
        QCOMPARE(problems(documents("{'name':'b'}"), {}), std::size_t(0));
        QCOMPARE(problems(documents("{'name':'b'}"), {{"b", "a"}}), std::size_t(1));
        QCOMPARE(problems(documents("{'name':'a'}"), {{"a", "gone"}}), std::size_t(0));
        Table other = before;
        other.primaryKey = {1};
        QCOMPARE(problems(other, {}), std::size_t(1));
        other = before;
        other.columns[0].type = ColumnType::Uuid;
        QCOMPARE(problems(other, {}), std::size_t(1));
    }
};

QTEST_APPLESS_MAIN(TestDocumentChanges)

#include "tst_documentchanges.moc"
