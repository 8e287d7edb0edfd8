// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/jsonschema.h"
#include "core/json/reader.h"

#include <QElapsedTimer>
#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

namespace {

/// JSON with ' for ".
json::Value parsed(QByteArray text)
{
    text.replace('\'', '"');
    return *json::read({text.constData(), std::size_t(text.size())});
}

/// Where it is wrong, with commas between; what is wrong is for people.
QString placesOf(const std::vector<FieldError> &problems)
{
    QStringList places;
    for (const FieldError &problem : problems) {
        if (problem.message.isEmpty())
            return u"no message"_s;
        places.append(problem.path.isEmpty() ? u"."_s : problem.path);
    }
    places.removeDuplicates();
    return places.join(u',');
}

/// A schema in which each definition takes in the one before twice.
QByteArray doubling(int levels)
{
    QByteArray text = "{'definitions':{'d0':{'type':'string'}";
    for (int i = 1; i <= levels; ++i) {
        const QByteArray reference = "{'$ref':'#/definitions/d" + QByteArray::number(i - 1) + "'}";
        text += ",'d" + QByteArray::number(i) + "':{'allOf':[" + reference + ',' + reference + "]}";
    }
    return text + "},'$ref':'#/definitions/d" + QByteArray::number(levels) + "'}";
}

} // namespace

class TestJsonSchema : public QObject
{
    Q_OBJECT

private slots:
    void checks_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("good");
        QTest::addColumn<QByteArray>("bad");
        QTest::addColumn<QString>("places");

        const auto row = [](const char *name, const char *schema, const char *good, const char *bad,
                            const char *places) {
            QTest::newRow(name) << QByteArray(schema) << QByteArray(good) << QByteArray(bad)
                                << QString::fromLatin1(places);
        };
        row("type", "{'type':'string'}", "'a'", "1", ".");
        row("types", "{'type':['integer','null']}", "null", "'a'", ".");
        row("integer with a point", "{'type':'integer'}", "1.0", "1.5", ".");
        row("integer with an exponent", "{'type':'integer'}", "1e2", "1e400", ".");
        row("number", "{'type':'number'}", "1e400", "true", ".");
        row("null is a value", "{'type':'object','required':['a']}", "{'a':null}", "null", ".");
        row("true", "true", "[1]", "", "");
        row("false", "{'properties':{'a':false}}", "{}", "{'a':1}", ".");
        row("const", "{'const':{'a':[1,2.0]}}", "{'a':[1.0,2]}", "{'a':[2,1]}", ".");
        row("enum", "{'enum':['a',1,null]}", "null", "'b'", ".");
        row("minimum", "{'minimum':1}", "1", "0.5", ".");
        row("maximum", "{'maximum':1}", "1", "2", ".");
        row("exclusive minimum", "{'exclusiveMinimum':1}", "1.1", "1", ".");
        row("exclusive maximum", "{'exclusiveMaximum':1}", "0.9", "1", ".");
        row("multiple of an integer", "{'multipleOf':2}", "4.0", "4.5", ".");
        row("multiple of a fraction", "{'multipleOf':0.01}", "1234567.89", "0.015", ".");
        row("max length in characters", "{'maxLength':2}", "'\xc3\xa9\xf0\x9f\x98\x80'", "'abc'", ".");
        row("min length", "{'minLength':1}", "'a'", "''", ".");
        row("pattern", "{'pattern':'^a+$'}", "'aaa'", "'ab'", ".");
        row("pattern anywhere", "{'pattern':'b'}", "'abc'", "'acc'", ".");
        row("format", "{'format':'email'}", "'mary@example.org'", "'mary'", ".");
        row("required", "{'required':['a','b']}", "{'a':1,'b':2}", "{'a':1}", "b");
        row("required inside", "{'properties':{'o':{'required':['a']}}}", "{'o':{'a':1}}", "{'o':{}}", "o.a");
        row("properties", "{'properties':{'port':{'type':'integer'}}}", "{'port':1,'x':2}", "{'port':'1'}", "port");
        row("properties with slashes",
            "{'properties':{'a':{'properties':{'b':{'type':'string'}}},"
            "'a/properties/b':{'type':'integer'}}}",
            "{'a':{'b':'c'},'a/properties/b':1}", "{'a':{'b':1},'a/properties/b':1}", "a.b");
        row("additional properties", "{'properties':{'a':true},'additionalProperties':false}", "{'a':1}",
            "{'a':1,'b':2}", "b");
        row("additional properties by schema", "{'additionalProperties':{'type':'string'}}", "{'a':'b'}", "{'a':1}",
            "a");
        row("property names", "{'propertyNames':{'pattern':'^[a-z]+$'}}", "{'a':1}", "{'A':1}", ".");
        row("count of properties", "{'minProperties':1,'maxProperties':1}", "{'a':1}", "{}", ".");
        row("dependencies", "{'dependencies':{'a':['b']}}", "{'b':1}", "{'a':1}", ".");
        row("dependent schema", "{'dependencies':{'a':{'required':['b']}}}", "{'a':1,'b':1}", "{'a':1}", "b");
        row("items", "{'items':{'type':'integer'}}", "[1,2]", "[1,'a']", "1");
        row("items inside", "{'properties':{'l':{'items':{'required':['a']}}}}", "{'l':[{'a':1}]}",
            "{'l':[{'a':1},{}]}", "l.1.a");
        row("items one by one", "{'items':[{'type':'integer'}],'additionalItems':false}", "[1]", "[1,2]", ".");
        row("contains", "{'contains':{'const':1}}", "[0,1]", "[0]", ".");
        row("count of items", "{'minItems':1,'maxItems':2}", "[1]", "[]", ".");
        row("unique items", "{'uniqueItems':true}", "[1,'1',[1],{'a':1,'b':2}]", "[{'a':1,'b':2},{'b':2,'a':1.0}]",
            ".");
        row("items that may repeat", "{'uniqueItems':false}", "[1,1]", "", "");
        row("all of", "{'allOf':[{'minimum':1},{'maximum':2}]}", "1", "3", ".");
        row("any of", "{'anyOf':[{'type':'string'},{'type':'integer'}]}", "1", "null", ".");
        row("one of", "{'oneOf':[{'minimum':1},{'minimum':2}]}", "1", "2", ".");
        row("not", "{'not':{'type':'string'}}", "1", "'a'", ".");
        row("if then", "{'if':{'properties':{'a':{'const':1}}},'then':{'required':['b']}}", "{'a':2}", "{'a':1}", "b");
        row("if else", "{'if':{'type':'string'},'else':{'minimum':1}}", "1", "0", ".");
        row("references", "{'definitions':{'port':{'maximum':65535}},'properties':{'a':{'$ref':'#/definitions/port'}}}",
            "{'a':1}", "{'a':70000}", "a");
        row("references with escapes", "{'definitions':{'a/b':{'maximum':1}},'$ref':'#/definitions/a~1b'}", "1", "2",
            ".");
        row("references to references",
            "{'definitions':{'a':{'$ref':'#/definitions/b'},'b':{'maximum':1}},'$ref':'#/definitions/a'}", "1", "2",
            ".");
        row("annotations",
            "{'title':'t','description':'d','default':1,'examples':[1],'$comment':'c',"
            "'$schema':'http://json-schema.org/draft-07/schema#','readOnly':true,'x-reference':{'app':'a'}}",
            "null", "", "");
    }

    void checks()
    {
        QFETCH(QByteArray, schema);
        QFETCH(QByteArray, good);
        QFETCH(QByteArray, bad);
        QFETCH(QString, places);
        const auto compiled = json::JsonSchema::compile(parsed(schema), u"schema"_s);
        QVERIFY2(compiled, compiled ? "" : qPrintable(placesOf(compiled.error().fields)));
        QCOMPARE(placesOf(compiled->problems(parsed(good))), QString());
        if (!bad.isEmpty())
            QCOMPARE(placesOf(compiled->problems(parsed(bad))), places);
    }

    void formats_data()
    {
        QTest::addColumn<QString>("good");
        QTest::addColumn<QString>("bad");

        QTest::newRow("date") << u"2026-02-28"_s << u"2026-02-30"_s;
        QTest::newRow("date-time") << u"2026-02-28T10:00:00Z"_s << u"2026-02-28"_s;
        QTest::newRow("email") << u"a.b+c@example.org"_s << u"a@b@"_s;
        QTest::newRow("hostname") << u"db-1.example.org"_s << u"-db.example.org"_s;
        QTest::newRow("ipv4") << u"127.0.0.1"_s << u"127.1"_s;
        QTest::newRow("ipv6") << u"2001:db8::1"_s << u"2001:db8::1%eth0"_s;
        QTest::newRow("time") << u"10:00:00.5+02:00"_s << u"25:00:00Z"_s;
        QTest::newRow("uri") << u"postgresql://user:word@host/base?a=b"_s << u"//host/base"_s;
        QTest::newRow("uuid") << u"6F9619FF-8B86-4011-B42D-00C04FC964FF"_s << u"6f9619ff"_s;
    }

    void formats()
    {
        QFETCH(QString, good);
        QFETCH(QString, bad);
        json::Object schema;
        schema.set("format", QTest::currentDataTag());
        const auto compiled = json::JsonSchema::compile(schema, u"schema"_s);
        QVERIFY(compiled);
        QVERIFY(compiled->problems(good).empty());
        QCOMPARE(compiled->problems(bad).size(), std::size_t(1));
        QVERIFY(compiled->problems(1).empty());
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QString>("place");

        const auto row = [](const char *schema, const char *place) {
            QTest::newRow(schema) << QByteArray(schema) << QString::fromLatin1(place);
        };
        row("1", "s");
        row("{'$defs':{}}", "s.$defs");
        row("{'$id':'http://example.org/'}", "s.$id");
        row("{'id':'x'}", "s.id");
        row("{'unevaluatedProperties':false}", "s.unevaluatedProperties");
        row("{'patternProperties':{'a':{}}}", "s.patternProperties");
        row("{'contentEncoding':'base64'}", "s.contentEncoding");
        row("{'properties':{'a':{'minContains':1}}}", "s.properties.a.minContains");
        row("{'definitions':{'a':{'dependentRequired':{}}}}", "s.definitions.a.dependentRequired");
        row("{'properties':{'a':{'type':'text'}}}", "s.properties.a.type");
        row("{'type':[]}", "s.type");
        row("{'type':['string','string']}", "s.type");
        row("{'enum':[]}", "s.enum");
        row("{'enum':1}", "s.enum");
        row("{'multipleOf':0}", "s.multipleOf");
        row("{'minimum':'1'}", "s.minimum");
        row("{'exclusiveMinimum':true}", "s.exclusiveMinimum");
        row("{'maxLength':-1}", "s.maxLength");
        row("{'minItems':1.5}", "s.minItems");
        row("{'uniqueItems':1}", "s.uniqueItems");
        row("{'pattern':'('}", "s.pattern");
        row("{'pattern':'(?=a)'}", "s.pattern");
        row("{'format':'color'}", "s.format");
        row("{'required':true}", "s.required");
        row("{'required':['a','a']}", "s.required");
        row("{'properties':[]}", "s.properties");
        row("{'properties':{'a':1}}", "s.properties.a");
        row("{'items':[1]}", "s.items.0");
        row("{'items':null}", "s.items");
        row("{'allOf':[]}", "s.allOf");
        row("{'anyOf':{}}", "s.anyOf");
        row("{'dependencies':{'a':1}}", "s.dependencies.a");
        row("{'then':true}", "s.then");
        row("{'$ref':'http://example.org/schema.json'}", "s.$ref");
        row("{'$ref':'other.json#/a'}", "s.$ref");
        row("{'$ref':'file:///etc/passwd'}", "s.$ref");
        row("{'$ref':1}", "s.$ref");
        row("{'$ref':'#/definitions/none'}", "s.$ref");
        row("{'$ref':'#name'}", "s.$ref");
        row("{'$ref':'#'}", "s.$ref");
        row("{'properties':{'child':{'$ref':'#'}}}", "s.properties.child.$ref");
        row("{'definitions':{'a':{'$ref':'#/definitions/b'},'b':{'$ref':'#/definitions/a'}}}",
            "s.definitions.a.$ref.$ref,s.definitions.b.$ref.$ref");
        row("{'definitions':{'a':true},'$ref':'#/definitions/a','type':'string'}", "s.type");
        row("{'type':'text','minimum':'1'}", "s.type,s.minimum");
    }

    void refuses()
    {
        QFETCH(QByteArray, schema);
        QFETCH(QString, place);
        const auto compiled = json::JsonSchema::compile(parsed(schema), u"s"_s);
        QVERIFY(!compiled);
        QVERIFY(compiled.error().code == ErrorCode::Validation);
        QCOMPARE(placesOf(compiled.error().fields), place);
    }

    void isBoundedWhateverRefersToWhat()
    {
        QVERIFY(json::JsonSchema::compile(parsed(doubling(6)), u"s"_s));
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!json::JsonSchema::compile(parsed(doubling(30)), u"s"_s));
        const QByteArray large = "{'enum':['" + QByteArray(70'000, 'a') + "']}";
        QVERIFY(!json::JsonSchema::compile(parsed(large), u"s"_s));
        QVERIFY2(timer.elapsed() < 2'000, qPrintable(QString::number(timer.elapsed())));
    }

    void longValuesHarmNobody()
    {
        const auto schema = json::JsonSchema::compile(
            parsed("{'items':{'pattern':'^(a|b)*$','format':'date'},'uniqueItems':true}"), u"s"_s);
        QVERIFY(schema);
        QElapsedTimer timer;
        timer.start();
        const json::Value text(std::string(1'000'000, 'a'));
        QVERIFY(!schema->problems(json::Array{text}).empty());
        json::Array numbers;
        for (int i = 0; i < 20'000; ++i)
            numbers.emplace_back(i);
        QVERIFY(schema->problems(numbers).empty());
        QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
    }

    void whatWouldTakeTooLongIsRefused()
    {
        QByteArray list = "[";
        for (int i = 0; i < 900; ++i)
            list += "{'items':{'minimum':0}},";
        const auto schema = json::JsonSchema::compile(parsed("{'allOf':" + list + "true]}"), u"s"_s);
        QVERIFY(!schema);
        const auto smaller =
            json::JsonSchema::compile(parsed("{'allOf':" + list.first(1 + 24 * 400) + "true]}"), u"s"_s);
        QVERIFY2(smaller, smaller ? "" : qPrintable(smaller.error().fields.front().message));
        json::Array numbers(30'000, json::Value(1));
        const auto problems = smaller->problems(numbers);
        QCOMPARE(problems.size(), std::size_t(1));
        QVERIFY(problems.front().message.contains(u"more parts"_s));
    }

    void findingsAreBoundedAndSayNothingOfTheValue()
    {
        const auto schema = json::JsonSchema::compile(
            parsed("{'items':{'type':'integer','enum':[1],'pattern':'^x$','format':'email'}}"), u"s"_s);
        QVERIFY(schema);
        const auto problems = schema->problems(json::Array(500, json::Value("hunter2")));
        QCOMPARE(problems.size(), std::size_t(100));
        for (const FieldError &problem : problems)
            QVERIFY(!problem.message.contains(u"hunter2"_s));
    }
};

QTEST_GUILESS_MAIN(TestJsonSchema)
#include "tst_jsonschema.moc"
