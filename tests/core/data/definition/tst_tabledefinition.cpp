// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/definition/tabledefinition.h"

#include "core/json/reader.h"
#include "core/json/writer.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::data;
using namespace Qt::StringLiterals;

namespace {

json::Value parsed(const QByteArray &text)
{
    Result<json::Value> value = json::read({text.constData(), std::size_t(text.size())});
    if (!value)
        qFatal("not JSON: %s: %s", text.constData(), qPrintable(value.error().message));
    return std::move(*value);
}

Result<TableDefinition> parse(const QByteArray &definition)
{
    return TableDefinition::parse(u"shop"_s, "books", parsed(definition));
}

/// A definition with the key `id` and one more field.
QByteArray withField(const QByteArray &field)
{
    return R"({"fields":[{"name":"id","type":"integer"},)" + field + R"(],"primaryKey":["id"]})";
}

/// A definition with some fields and more keys.
QByteArray withKeys(const QByteArray &keys)
{
    return R"({"fields":[{"name":"id","type":"integer"},{"name":"parent","type":"integer"},)"
           R"({"name":"title","type":"string"},{"name":"extra","type":"object"},)"
           R"({"name":"must","type":"integer","constraints":{"required":true}}],"primaryKey":["id"],)" +
           keys + "}";
}

Table tableOf(const QByteArray &definition)
{
    Result<TableDefinition> result = parse(definition);
    if (!result)
        qFatal("refused: %s: %s", definition.constData(), qPrintable(result.error().message));
    return std::move(result->table);
}

Column columnOf(const QByteArray &field)
{
    return tableOf(withField(field)).columns.at(1);
}

} // namespace

class TestTableDefinition : public QObject
{
    Q_OBJECT

private slots:
    void readsTypes_data();
    void readsTypes();
    void refuses_data();
    void refuses();
    void tellsEveryProblemAtOnce();
    void readsConstraints();
    void readsDefaults();
    void makesKeysByTheirType_data();
    void makesKeysByTheirType();
    void readsForeignKeys();
    void resolvesForeignKeys();
    void refusesForeignKeysThatFitNoTarget_data();
    void refusesForeignKeysThatFitNoTarget();
    void keepsUnknownKeysAndDropsMarkers();
    void notesRenames();
    void warnsOfWhatHasNoEffect();
    void hashesEqualDefinitionsAlike();
};

void TestTableDefinition::readsTypes_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<int>("type");
    QTest::addColumn<QByteArray>("storedType");
    QTest::addColumn<QByteArray>("storedFormat");
    const auto row = [](const char *field, ColumnType type, const char *stored, const char *format = "") {
        QTest::newRow(field) << QByteArray(field) << int(type) << QByteArray(stored) << QByteArray(format);
    };
    row(R"({"name":"x","type":"string"})", ColumnType::Text, "string");
    row(R"({"name":"x"})", ColumnType::Text, "string");
    row(R"({"name":"x","type":"text"})", ColumnType::Text, "string");
    row(R"({"name":"x","type":"string","format":"email"})", ColumnType::Text, "string", "email");
    row(R"({"name":"x","type":"string","format":"date"})", ColumnType::Text, "string", "date");
    row(R"({"name":"x","type":"string","format":"uuid"})", ColumnType::Uuid, "string", "uuid");
    row(R"({"name":"x","type":"uuid"})", ColumnType::Uuid, "string", "uuid");
    row(R"({"name":"x","type":"string","format":"binary"})", ColumnType::Binary, "string", "binary");
    row(R"({"name":"x","type":"integer"})", ColumnType::Integer, "integer");
    row(R"({"name":"x","type":"int"})", ColumnType::Integer, "integer");
    row(R"({"name":"x","type":"number"})", ColumnType::Number, "number");
    row(R"({"name":"x","type":"float"})", ColumnType::Number, "number");
    row(R"({"name":"x","type":"decimal"})", ColumnType::Number, "number");
    row(R"({"name":"x","type":"boolean"})", ColumnType::Boolean, "boolean");
    row(R"({"name":"x","type":"bool"})", ColumnType::Boolean, "boolean");
    row(R"({"name":"x","type":"date"})", ColumnType::Date, "date");
    row(R"({"name":"x","type":"datetime"})", ColumnType::DateTime, "datetime");
    row(R"({"name":"x","type":"timestamp"})", ColumnType::DateTime, "datetime");
    row(R"({"name":"x","type":"time"})", ColumnType::Time, "time");
    row(R"({"name":"x","type":"year"})", ColumnType::Year, "year");
    row(R"({"name":"x","type":"object"})", ColumnType::Object, "object");
    row(R"({"name":"x","type":"json"})", ColumnType::Object, "object");
    row(R"({"name":"x","type":"array","arrayItem":{"type":"string"}})", ColumnType::List, "array");
    row(R"({"name":"x","type":"array","arrayItem":{"type":"object"}})", ColumnType::Array, "array");
    row(R"({"name":"x","type":"array"})", ColumnType::Array, "array");
    row(R"({"name":"x","type":"any"})", ColumnType::Any, "any");
    row(R"({"name":"x","type":"any","x-pg-type":"jsonb"})", ColumnType::Any, "any");
    row(R"({"name":"x","type":"any","x-pg-type":"numeric"})", ColumnType::Number, "any");
    row(R"({"name":"x","type":"any","x-pg-type":"int4range"})", ColumnType::Range, "any");
    row(R"({"name":"x","type":"any","x-pg-type":"tstzmultirange"})", ColumnType::Multirange, "any");
    row(R"j({"name":"x","type":"any","x-pg-type":"vector(3)"})j", ColumnType::Vector, "any");
}

void TestTableDefinition::readsTypes()
{
    QFETCH(QByteArray, field);
    QFETCH(int, type);
    QFETCH(QByteArray, storedType);
    QFETCH(QByteArray, storedFormat);
    const Table table = tableOf(withField(field));
    QCOMPARE(int(table.columns.at(1).type.base), type);
    const json::Value &stored = table.definition["fields"].at(1);
    QCOMPARE(stored["type"].text(), QString::fromLatin1(storedType));
    QCOMPARE(stored["format"].text(), QString::fromLatin1(storedFormat));
}

void TestTableDefinition::refuses_data()
{
    QTest::addColumn<QByteArray>("definition");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *name, const QByteArray &definition, const char *path) {
        QTest::newRow(name) << definition << u"json_schema"_s + QString::fromLatin1(path);
    };
    const auto field = [&](const char *name, const QByteArray &definition, const char *path) {
        row(name, withField(definition), qPrintable(u".fields.1"_s + QString::fromLatin1(path)));
    };
    row("not an object", "[]", "");
    row("no fields", R"({"primaryKey":"id"})", ".fields");
    row("empty fields", R"({"fields":[],"primaryKey":"id"})", ".fields");
    row("fields no list", R"({"fields":{},"primaryKey":"id"})", ".fields");
    row("no primary key", R"({"fields":[{"name":"id","type":"integer"}]})", ".primaryKey");
    row("primary key unknown", R"({"fields":[{"name":"id","type":"integer"}],"primaryKey":"other"})", ".primaryKey");
    row("primary key repeated", R"({"fields":[{"name":"id","type":"integer"}],"primaryKey":["id","id"]})",
        ".primaryKey");
    row("primary key empty", R"({"fields":[{"name":"id","type":"integer"}],"primaryKey":[]})", ".primaryKey");
    row("primary key a document", R"({"fields":[{"name":"id","type":"object"}],"primaryKey":"id"})", ".primaryKey");

    field("field no object", "5", "");
    field("no name", R"({"type":"string"})", ".name");
    field("empty name", R"({"name":"","type":"string"})", ".name");
    field("same name", R"({"name":"id","type":"string"})", ".name");
    field("same name in capitals", R"({"name":"ID","type":"string"})", ".name");
    field("double underscore", R"({"name":"a__b","type":"string"})", ".name");
    field("dot", R"({"name":"a.b","type":"string"})", ".name");
    field("comma", R"({"name":"a,b","type":"string"})", ".name");
    field("minus in front", R"({"name":"-a","type":"string"})", ".name");
    for (const char *reserved : {"ctid", "XMIN", "rowid", "tableoid", "_rowid_", "cmax"})
        field(reserved, QByteArray(R"({"name":")") + reserved + R"(","type":"string"})", ".name");
    field("name of 64 bytes", R"({"name":")" + QByteArray(64, 'a') + R"(","type":"string"})", ".name");
    field("32 letters of two bytes", R"({"name":")" + QString(32, u'ä').toUtf8() + R"(","type":"string"})", ".name");
    field("control character", R"({"name":"a\u0001","type":"string"})", ".name");
    field("unknown type", R"({"name":"x","type":"money"})", ".type");
    field("type no text", R"({"name":"x","type":5})", ".type");
    field("unknown format", R"({"name":"x","type":"string","format":"iban"})", ".format");
    field("native type", R"({"name":"x","type":"any","x-pg-type":"xml"})", ".x-pg-type");
    field("vector of nothing", R"j({"name":"x","type":"any","x-pg-type":"vector(0)"})j", ".x-pg-type");
    field("vector too long", R"j({"name":"x","type":"any","x-pg-type":"vector(16001)"})j", ".x-pg-type");
    field("vector of words", R"j({"name":"x","type":"any","x-pg-type":"vector(3); DROP TABLE x)"})j", ".x-pg-type");
    field("list of lists", R"({"name":"x","type":"any","x-pg-type":"text[][]"})", ".x-pg-type");
    field("list of ranges", R"({"name":"x","type":"any","x-pg-type":"int4range[]"})", ".x-pg-type");
    field("array item", R"({"name":"x","type":"array","arrayItem":"string"})", ".arrayItem");

    field("constraints no object", R"({"name":"x","type":"string","constraints":[]})", ".constraints");
    field("required no flag", R"({"name":"x","type":"string","constraints":{"required":"yes"}})",
          ".constraints.required");
    field("unique document", R"({"name":"x","type":"any","constraints":{"unique":true}})", ".constraints.unique");
    field("length of a number", R"({"name":"x","type":"integer","constraints":{"maxLength":3}})",
          ".constraints.maxLength");
    field("negative length", R"({"name":"x","type":"string","constraints":{"minLength":-1}})",
          ".constraints.minLength");
    field("length no integer", R"({"name":"x","type":"string","constraints":{"maxLength":1.5}})",
          ".constraints.maxLength");
    field("lengths crossed", R"({"name":"x","type":"string","constraints":{"minLength":5,"maxLength":4}})",
          ".constraints.minLength");
    field("minimum of a string", R"({"name":"x","type":"string","constraints":{"minimum":"a"}})",
          ".constraints.minimum");
    field("minimum no date", R"({"name":"x","type":"date","constraints":{"minimum":"2026-02-30"}})",
          ".constraints.minimum");
    field("maximum no number", R"({"name":"x","type":"number","constraints":{"maximum":[1]}})", ".constraints.maximum");
    field("pattern of a number", R"({"name":"x","type":"integer","constraints":{"pattern":"a"}})",
          ".constraints.pattern");
    field("pattern malformed", R"({"name":"x","type":"string","constraints":{"pattern":"("}})", ".constraints.pattern");
    field("pattern with back-reference", R"({"name":"x","type":"string","constraints":{"pattern":"(a)\\1"}})",
          ".constraints.pattern");
    field("enum empty", R"({"name":"x","type":"string","constraints":{"enum":[]}})", ".constraints.enum");
    field("enum of documents", R"({"name":"x","type":"object","constraints":{"enum":[{}]}})", ".constraints.enum");
    field("enum item of another type", R"({"name":"x","type":"integer","constraints":{"enum":[1,"b"]}})",
          ".constraints.enum.1");
    field("enum with null", R"({"name":"x","type":"string","constraints":{"enum":[null]}})", ".constraints.enum.0");
    field("default of another type", R"({"name":"x","type":"integer","default":"one"})", ".default");
    field("default outside enum", R"({"name":"x","type":"string","default":"c","constraints":{"enum":["a","b"]}})",
          ".default");
    field("now() for a number", R"j({"name":"x","type":"integer","default":"now()"})j", ".default");
    field("current_date for a time", R"({"name":"x","type":"time","default":"current_date"})", ".default");

    row("foreign keys no list", withKeys(R"("foreignKeys":{})"), ".foreignKeys");
    row("foreign key no object", withKeys(R"("foreignKeys":[1])"), ".foreignKeys.0");
    row("foreign key field unknown",
        withKeys(R"("foreignKeys":[{"fields":"x","reference":{"resource":"a","fields":"id"}}])"),
        ".foreignKeys.0.fields");
    row("foreign key without resource", withKeys(R"("foreignKeys":[{"fields":"parent","reference":{"fields":"id"}}])"),
        ".foreignKeys.0.reference.resource");
    row("foreign key twice",
        withKeys(R"("foreignKeys":[{"fields":"parent","reference":{"resource":"a","fields":"id"}},)"
                 R"({"fields":["parent"],"reference":{"resource":"b","fields":"id"}}])"),
        ".foreignKeys.1.fields");
    row("unknown action",
        withKeys(R"("foreignKeys":[{"fields":"parent","reference":{"resource":"a","fields":"id"},)"
                 R"("x-actions":{"onDelete":"EXPLODE"}}])"),
        ".foreignKeys.0.x-actions.onDelete");
    row("set null where null is not allowed",
        withKeys(R"("foreignKeys":[{"fields":"must","reference":{"resource":"a","fields":"id"},)"
                 R"("x-actions":{"onDelete":"SET NULL"}}])"),
        ".foreignKeys.0.x-actions.onDelete");
    row("set default without one",
        withKeys(R"("foreignKeys":[{"fields":"parent","reference":{"resource":"a","fields":"id"},)"
                 R"("x-actions":{"onDelete":"SET DEFAULT"}}])"),
        ".foreignKeys.0.x-actions.onDelete");

    row("index without name", withKeys(R"("indexes":[{"fields":["title"]}])"), ".indexes.0.name");
    row("index without fields", withKeys(R"("indexes":[{"name":"a"}])"), ".indexes.0.fields");
    row("index on unknown field", withKeys(R"("indexes":[{"name":"a","columns":["nope"]}])"), ".indexes.0.columns");
    row("index on a document", withKeys(R"("indexes":[{"name":"a","fields":["extra"]}])"), ".indexes.0.fields");
    row("index with an expression",
        withKeys(R"j("indexes":[{"name":"a","fields":["title"],"expression":"lower(title)"}])j"),
        ".indexes.0.expression");
    row("index of a method that texts have not",
        withKeys(R"("indexes":[{"name":"a","fields":["title"],"type":"gin"}])"), ".indexes.0.fields");
    row("indexes of one name",
        withKeys(R"("indexes":[{"name":"a","fields":["title"]},{"name":"A","fields":["parent"]}])"), ".indexes.1.name");

    row("search field unknown", withKeys(R"("search_fields":["nope"])"), ".search_fields.0");
    row("search field no string", withKeys(R"("search_fields":["parent"])"), ".search_fields.0");
    row("search field twice", withKeys(R"("search_fields":["title",{"field":"title"}])"), ".search_fields.1");
    row("search weight", withKeys(R"("search_fields":[{"field":"title","weight":"E"}])"), ".search_fields.0.weight");
    row("search vector declared",
        R"({"fields":[{"name":"id","type":"integer"},{"name":"t","type":"string"},{"name":"search_vector"}],)"
        R"("primaryKey":"id","search_fields":["t"]})",
        ".search_fields");
    row("relations no list", withKeys(R"("reverseRelationships":{})"), ".reverseRelationships");
    row("graph no object", withKeys(R"("graph":true)"), ".graph");
}

void TestTableDefinition::refuses()
{
    QFETCH(QByteArray, definition);
    QFETCH(QString, path);
    const Result<TableDefinition> result = parse(definition);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Validation);
    QStringList paths;
    for (const FieldError &field : result.error().fields) {
        paths.append(field.path);
        QVERIFY(!field.message.isEmpty());
    }
    QCOMPARE(paths, QStringList(path));
}

void TestTableDefinition::tellsEveryProblemAtOnce()
{
    const Result<TableDefinition> result = parse(
        R"({"fields":[{"name":"a__b","type":"money"},{"name":"x","type":"string","constraints":{"minLength":"2"}}]})");
    QVERIFY(!result);
    QStringList paths;
    for (const FieldError &field : result.error().fields)
        paths.append(field.path);
    paths.sort();
    QCOMPARE(paths, (QStringList{u"json_schema.fields.0.name"_s, u"json_schema.fields.0.type"_s,
                                 u"json_schema.fields.1.constraints.minLength"_s, u"json_schema.primaryKey"_s}));
}

void TestTableDefinition::readsConstraints()
{
    const Column text = columnOf(R"({"name":"x","type":"string","constraints":{"required":true,"unique":true,)"
                                 R"("minLength":2,"maxLength":5,"pattern":"[a-z]+","enum":["ab","cd"]}})");
    QVERIFY(text.constraints.required && text.constraints.unique && !text.nullable);
    QCOMPARE(text.constraints.minLength, std::optional<std::int64_t>(2));
    QCOMPARE(text.constraints.maxLength, std::optional<std::int64_t>(5));
    QCOMPARE(text.constraints.pattern, std::string("[a-z]+"));
    QCOMPARE(text.constraints.oneOf.size(), std::size_t(2));

    const Column number =
        columnOf(R"({"name":"x","type":"number","constraints":{"minimum":0.10,"maximum":99999999999999999999.5}})");
    QVERIFY(number.nullable);
    QCOMPARE(number.constraints.minimum->numberText(), std::string_view("0.10"));
    QCOMPARE(number.constraints.maximum->numberText(), std::string_view("99999999999999999999.5"));
}

void TestTableDefinition::readsDefaults()
{
    QVERIFY(!columnOf(R"({"name":"x","type":"string"})").fallback);
    QVERIFY(!columnOf(R"({"name":"x","type":"string","default":null})").fallback);
    QCOMPARE(columnOf(R"({"name":"x","type":"integer","default":7})").fallback->integer(),
             std::optional<std::int64_t>(7));
    QCOMPARE(columnOf(R"j({"name":"x","type":"datetime","default":"now()"})j").fallback->string(),
             std::string_view("now()"));
    QCOMPARE(columnOf(R"({"name":"x","type":"object","default":{"a":1}})").fallback->isObject(), true);
    QCOMPARE(columnOf(R"({"name":"x","type":"string","default":"in","constraints":{"enum":["in","out"]}})")
                 .fallback->string(),
             std::string_view("in"));
}

void TestTableDefinition::makesKeysByTheirType_data()
{
    QTest::addColumn<QByteArray>("definition");
    QTest::addColumn<int>("type");
    QTest::addColumn<bool>("generated");
    const auto row = [](const char *name, const char *definition, ColumnType type, bool generated) {
        QTest::newRow(name) << QByteArray(definition) << int(type) << generated;
    };
    row("integer", R"({"fields":[{"name":"n","type":"integer"}],"primaryKey":"n"})", ColumnType::Integer, true);
    row("uuid", R"({"fields":[{"name":"n","type":"uuid"}],"primaryKey":["n"]})", ColumnType::Uuid, true);
    row("uuid with a random default",
        R"j({"fields":[{"name":"n","type":"uuid","default":"gen_random_uuid()"}],"primaryKey":["n"]})j",
        ColumnType::Uuid, true);
    row("string called id", R"({"fields":[{"name":"id","type":"string"}],"primaryKey":"id"})", ColumnType::Uuid, true);
    row("string called otherwise", R"({"fields":[{"name":"code","type":"string"}],"primaryKey":"code"})",
        ColumnType::Text, false);
    row("string with a format", R"({"fields":[{"name":"id","type":"string","format":"email"}],"primaryKey":"id"})",
        ColumnType::Text, false);
    row("composite",
        R"({"fields":[{"name":"id","type":"integer"},{"name":"b","type":"integer"}],"primaryKey":["id","b"]})",
        ColumnType::Integer, false);
    row("with a default", R"({"fields":[{"name":"id","type":"integer","default":1}],"primaryKey":"id"})",
        ColumnType::Integer, false);
    row("the key of another table",
        R"({"fields":[{"name":"id","type":"integer"}],"primaryKey":"id",)"
        R"("foreignKeys":[{"fields":"id","reference":{"resource":"a","fields":"id"}}]})",
        ColumnType::Integer, false);
}

void TestTableDefinition::makesKeysByTheirType()
{
    QFETCH(QByteArray, definition);
    QFETCH(int, type);
    QFETCH(bool, generated);
    const Column key = tableOf(definition).columns.at(0);
    QCOMPARE(int(key.type.base), type);
    QCOMPARE(key.generated, generated);
    QVERIFY(!key.nullable);
}

void TestTableDefinition::readsForeignKeys()
{
    const Table table =
        tableOf(withKeys(R"("foreignKeys":[{"fields":["parent"],"reference":{"resource":"","fields":["id"]},)"
                         R"("x-actions":{"onDelete":"cascade"}},)"
                         R"({"fields":"must","reference":{"resource":"media-types","fields":"id"}}])"));
    QCOMPARE(table.physicalName, std::string("shop_books"));
    const ForeignKey &own = table.foreignKeys.at(0);
    QCOMPARE(own.targetTable, std::string("books"));
    QCOMPARE(own.targetPhysicalName, std::string("shop_books"));
    QCOMPARE(own.onDelete, OnDelete::Cascade);
    const ForeignKey &other = table.foreignKeys.at(1);
    QCOMPARE(other.targetTable, std::string("media_types"));
    QCOMPARE(other.targetPhysicalName, std::string("shop_media_types"));
    QCOMPARE(other.onDelete, OnDelete::NoAction);
}

void TestTableDefinition::resolvesForeignKeys()
{
    const Table shelves =
        TableDefinition::parse(u"shop"_s, "shelves",
                               parsed(R"({"fields":[{"name":"id","type":"uuid"}],"primaryKey":"id"})"))
            ->table;
    Result<TableDefinition> books =
        parse(R"({"fields":[{"name":"id","type":"integer"},{"name":"shelf_id","type":"string"}],"primaryKey":"id",)"
              R"("foreignKeys":[{"fields":"shelf_id","reference":{"resource":"shelves"}}]})");
    QVERIFY(books);
    const std::string before = books->table.schemaHash;
    DefinitionReport report;
    books->resolve([&](const QString &, std::string_view name) { return name == "shelves" ? &shelves : nullptr; },
                   JsonPath(), report);
    QVERIFY(report.acceptable());
    QCOMPARE(books->table.columns.at(1).type, ColumnType::Uuid);
    QCOMPARE(books->table.foreignKeys.at(0).targetColumns, std::vector<std::string>{"id"});
    QVERIFY(books->table.schemaHash != before);

    // What is stored says all of it, and reads back as the same table.
    const Result<TableDefinition> again = TableDefinition::parse(u"shop"_s, "books", books->table.definition);
    QVERIFY(again);
    QCOMPARE(again->table.columns.at(1).type, ColumnType::Uuid);
    QCOMPARE(again->table.foreignKeys.at(0).targetColumns, std::vector<std::string>{"id"});
    QCOMPARE(again->table.schemaHash, books->table.schemaHash);
}

void TestTableDefinition::refusesForeignKeysThatFitNoTarget_data()
{
    QTest::addColumn<QByteArray>("reference");
    QTest::addColumn<QString>("path");
    QTest::newRow("no such table") << QByteArray(R"("parent","reference":{"resource":"nowhere","fields":"id"})")
                                   << u"foreignKeys.0.reference.resource"_s;
    QTest::newRow("no such field") << QByteArray(R"("parent","reference":{"resource":"target","fields":"nope"})")
                                   << u"foreignKeys.0.reference.fields"_s;
    QTest::newRow("not unique there") << QByteArray(R"("parent","reference":{"resource":"target","fields":"plain"})")
                                      << u"foreignKeys.0.reference.fields"_s;
    QTest::newRow("another number of fields")
        << QByteArray(R"(["parent","must"],"reference":{"resource":"target","fields":["id"]})")
        << u"foreignKeys.0.reference.fields"_s;
    QTest::newRow("another type") << QByteArray(R"("title","reference":{"resource":"target","fields":"id"})")
                                  << u"foreignKeys.0.fields"_s;
}

void TestTableDefinition::refusesForeignKeysThatFitNoTarget()
{
    QFETCH(QByteArray, reference);
    QFETCH(QString, path);
    const Table target =
        TableDefinition::parse(u"shop"_s, "target",
                               parsed(R"({"fields":[{"name":"id","type":"integer"},{"name":"plain","type":"integer"},)"
                                      R"({"name":"code","type":"integer","constraints":{"unique":true}}],)"
                                      R"("primaryKey":"id"})"))
            ->table;
    Result<TableDefinition> table = parse(withKeys(R"("foreignKeys":[{"fields":)" + reference + "}]"));
    QVERIFY(table);
    DefinitionReport report;
    table->resolve([&](const QString &, std::string_view name) { return name == "target" ? &target : nullptr; },
                   JsonPath(), report);
    QCOMPARE(report.problems().size(), std::size_t(1));
    QCOMPARE(report.problems().front().path, path);

    Result<TableDefinition> good =
        parse(withKeys(R"("foreignKeys":[{"fields":"parent","reference":{"resource":"target","fields":"code"}}])"));
    DefinitionReport fine;
    good->resolve([&](const QString &, std::string_view) { return &target; }, JsonPath(), fine);
    QVERIFY(fine.acceptable());
}

void TestTableDefinition::keepsUnknownKeysAndDropsMarkers()
{
    const Table table =
        tableOf(R"({"x-system-table":true,"_hierarchy_mode":"x","x-mine":{"b":1,"a":[2]},"fields":[)"
                R"({"name":"id","type":"integer","title":"Number","x-auto-generated":true,"x-color":"red"},)"
                R"({"name":"t","type":"string"}],"primaryKey":"id","x-search-fields":["t"]})");
    QCOMPARE(json::write(table.definition),
             QByteArray(R"({"x-mine":{"b":1,"a":[2]},"fields":[)"
                        R"({"name":"id","type":"integer","title":"Number","x-color":"red"},)"
                        R"({"name":"t","type":"string"}],"primaryKey":"id","search_fields":["t"]})"));
}

void TestTableDefinition::notesRenames()
{
    const Result<TableDefinition> result =
        parse(withField(R"({"name":"title","type":"string","x-rename-from":"name"})"));
    QVERIFY(result);
    QCOMPARE(result->renames, (std::map<std::string, std::string>{{"title", "name"}}));
    QVERIFY(result->table.definition["fields"].at(1)["x-rename-from"].isNull());
}

void TestTableDefinition::warnsOfWhatHasNoEffect()
{
    const Result<TableDefinition> result =
        parse(withField(R"({"name":"x","type":"uuid","constraints":{"maxLength":36,"uniqueItems":true}})"));
    QVERIFY(result);
    QCOMPARE(result->warnings.size(), 2);
    QVERIFY(result->warnings.at(0).startsWith(u"json_schema.fields.1.constraints.maxLength: "));
    QVERIFY(parse(withKeys(R"("missingValues":[""])"))->warnings.at(0).startsWith(u"json_schema.missingValues: "));
    QVERIFY(parse(withKeys(R"("hierarchy":false)"))->warnings.isEmpty());
}

void TestTableDefinition::hashesEqualDefinitionsAlike()
{
    const std::string hash = tableOf(R"({"fields":[{"name":"id","type":"int"}],"primaryKey":"id"})").schemaHash;
    QCOMPARE(hash.size(), std::size_t(64));
    QCOMPARE(tableOf(R"( {"primaryKey":"id" , "fields":[{"type":"integer","name":"id"}]})").schemaHash, hash);
    QVERIFY(tableOf(R"({"fields":[{"name":"no","type":"int"}],"primaryKey":"no"})").schemaHash != hash);
}

QTEST_GUILESS_MAIN(TestTableDefinition)
#include "tst_tabledefinition.moc"
