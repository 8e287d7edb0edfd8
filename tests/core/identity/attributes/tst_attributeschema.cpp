// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/attributes/attributeschema.h"

#include "core/json/reader.h"
#include "core/json/writer.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::identity;
using namespace Qt::StringLiterals;

namespace {

json::Value value(const QByteArray &text)
{
    return test::expectValue(json::read({text.constData(), std::size_t(text.size())}));
}

json::Object object(const QByteArray &text)
{
    const json::Value read = value(text);
    return read.object();
}

QStringList paths(const Error &error)
{
    QStringList paths;
    for (const FieldError &field : error.fields)
        paths.append(field.path);
    return paths;
}

const QByteArray people = R"({"type":"object","required":["team","level"],"additionalProperties":true,"properties":{
    "team":{"type":"string"},"level":{"type":["integer","null"]},"nickname":{"type":"string"},"any":{}}})";

} // namespace

class TestAttributeSchema : public QObject
{
    Q_OBJECT

private slots:
    void refusesWhatIsNoSchemaOfAttributes_data()
    {
        QTest::addColumn<QByteArray>("definition");
        QTest::addColumn<QStringList>("problems");
        const auto row = [](const char *definition, const QStringList &problems) {
            QTest::newRow(definition) << QByteArray(definition) << problems;
        };
        row(R"({"type":"object"})", {});
        row(people.constData(), {});
        row(R"("object")", {u"schema"_s});
        row(R"({"type":["object"]})", {u"schema.type"_s});
        row(R"({"type":"object","properties":{"id":{},"Bad":{},"a__b1":{}}})",
            {u"schema.properties.id"_s, u"schema.properties.Bad"_s});
        row(R"({"type":"object","required":["a"]})", {u"schema.required"_s});
        row(R"({"type":"object","properties":{"a":{"x-reference":{"app":"s","table":"t","field":"f"}}}})", {});
        row(R"({"type":"object","properties":{"a":{"x-reference":{"app":"s","table":"t"}}}})",
            {u"schema.properties.a.x-reference"_s});
        row(R"({"type":"object","properties":{"a":{"prefixItems":[]}}})", {u"schema.properties.a.prefixItems"_s});
        row(R"({"type":"object","additionalProperties":{"type":"whatever"}})", {});
    }

    void refusesWhatIsNoSchemaOfAttributes()
    {
        QFETCH(QByteArray, definition);
        QFETCH(QStringList, problems);
        const auto schema = AttributeSchema::parse(value(definition));
        QCOMPARE(schema ? QStringList() : paths(schema.error()), problems);
        if (schema)
            QVERIFY(schema->definition() == value(definition));
    }

    void givenGoesOverWhatIsThere_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QStringList>("problems");
        const auto row = [](const char *name, const char *before, const char *given, const char *after,
                            const QStringList &problems = {}) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(given) << QByteArray(after) << problems;
        };
        row("merged", R"({"team":"a","level":1})", R"({"level":2,"nickname":"n"})",
            R"({"team":"a","level":2,"nickname":"n"})");
        row("null takes away", R"({"team":"a","level":1,"nickname":"n"})", R"({"nickname":null})",
            R"({"team":"a","level":1})");
        row("null is a value where it is required and allowed", R"({"team":"a","level":1})", R"({"level":null})",
            R"({"team":"a","level":null})");
        row("null of what must be", R"({"team":"a","level":1})", R"({"team":null})", "", {u"attributes.team"_s});
        row("lacking", "{}", R"({"nickname":"n"})", "", {u"attributes.team"_s, u"attributes.level"_s});
        row("unknown, whatever the schema says of others", R"({"team":"a","level":1})", R"({"shoe":1})", "",
            {u"attributes.shoe"_s});
        row("left over", R"({"team":"a","level":1,"old":1})", R"({"level":2})", "", {u"attributes.old"_s});
        row("left over and taken away", R"({"team":"a","level":1,"old":1})", R"({"old":null})",
            R"({"team":"a","level":1})");
    }

    void givenGoesOverWhatIsThere()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, given);
        QFETCH(QByteArray, after);
        QFETCH(QStringList, problems);
        const AttributeSchema schema = test::expectValue(AttributeSchema::parse(value(people)));
        const auto merged = schema.merged(object(before), object(given));
        QStringList found = merged ? QStringList() : paths(merged.error());
        found.sort();
        problems.sort();
        QCOMPARE(found, problems);
        if (merged)
            QCOMPARE(json::canonical(*merged), json::canonical(value(after)));
    }

    void attributesHaveASize()
    {
        const AttributeSchema schema = test::expectValue(AttributeSchema::parse(value(people)));
        json::Object given = object(R"({"team":"a","level":1})");
        given.set("any", std::string(AttributeSchema::maxBytes - 100, 'x'));
        QVERIFY(schema.merged({}, given));
        given.set("any", std::string(AttributeSchema::maxBytes, 'x'));
        QVERIFY(!schema.merged({}, given));
    }

    void withoutASchemaThereAreNoAttributes()
    {
        QVERIFY(AttributeSchema().merged({}, {}));
        QCOMPARE(paths(AttributeSchema().merged({}, object(R"({"a":1})")).error()), QStringList{u"attributes.a"_s});
        QVERIFY(AttributeSchema().missing({}).isEmpty());
        QVERIFY(!AttributeSchema().defines(u"a"_s));
    }

    void tellsWhatIsMissing()
    {
        const AttributeSchema schema = test::expectValue(AttributeSchema::parse(value(people)));
        QCOMPARE(schema.missing({}), (QStringList{u"team"_s, u"level"_s}));
        QCOMPARE(schema.missing(object(R"({"team":"a","level":null})")), QStringList{u"level"_s});
        QCOMPARE(schema.typesOf(u"level"_s), (QStringList{u"integer"_s, u"null"_s}));
        QCOMPARE(schema.typesOf(u"team"_s), QStringList{u"string"_s});
        QVERIFY(schema.typesOf(u"any"_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAttributeSchema)
#include "tst_attributeschema.moc"
