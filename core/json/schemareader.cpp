// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/schemareader.h"

#include "core/json/jsonschema.h"
#include "core/json/schemakeyword.h"
#include "core/json/writer.h"

#include <QByteArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::json {

namespace {

constexpr std::size_t maxProblems = 100;
/// Of values that are compared with, counted as often as references lead to them.
constexpr qsizetype maxValueBytes = 1024 * 1024;
constexpr qsizetype maxSchemaBytes = 64 * 1024;

using Keyword = SchemaKeyword;
using Kind = SchemaKeyword::Kind;

bool isExtension(std::string_view name)
{
    return name.starts_with("x-");
}

bool isOnlyReadByPeople(std::string_view name)
{
    const Keyword *keyword = Keyword::find(name);
    return isExtension(name) || (keyword && keyword->kind == Kind::Annotation);
}

/// One step of a JSON Pointer (RFC 6901) in a URI's fragment.
std::string unescaped(QByteArray step)
{
    return QByteArray::fromPercentEncoding(step).replace("~1", "/").replace("~0", "~").toStdString();
}

const Value *memberAt(const Value &value, const std::string &step)
{
    if (value.isObject())
        return value.object().find(step);
    bool isIndex = false;
    const qulonglong index = QByteArray::fromStdString(step).toULongLong(&isIndex);
    return value.isArray() && isIndex && index < value.array().size() ? &value.at(index) : nullptr;
}

class Reader
{
public:
    explicit Reader(const Value &root)
        : m_root(root)
    {
    }

    Value read(const Value &schema, const QString &path);

    std::vector<FieldError> problems;
    int subschemas = 0;

private:
    Value readObject(const Object &schema, const QString &path);
    Value readReference(const Object &schema, const QString &path);
    const Value *target(std::string_view reference) const;
    Value readKeyword(Kind kind, const Value &value, const QString &path);
    Value readList(const Value &value, const QString &path);
    Value readNamed(const Value &value, const QString &path, bool mayListNames);
    void report(const QString &path, const QString &message)
    {
        if (problems.size() < maxProblems)
            problems.push_back({path, message});
    }

    const Value &m_root;
    std::vector<const Value *> m_open; ///< the schemas that are being read, each inside the one before
    qsizetype m_valueBytes = 0;
};

Value Reader::read(const Value &schema, const QString &path)
{
    if (++subschemas > JsonSchema::maxSubschemas) {
        if (subschemas == JsonSchema::maxSubschemas + 1)
            problems.push_back(
                {path, u"here are more than %1 subschemas, references followed"_s.arg(JsonSchema::maxSubschemas)});
        return true;
    }
    if (schema.isBool())
        return schema;
    if (!schema.isObject()) {
        report(path, u"must be a schema: an object, true or false"_s);
        return true;
    }
    if (std::find(m_open.begin(), m_open.end(), &schema) != m_open.end()) {
        report(path, u"refers to itself: recursive schemas are not supported"_s);
        return true;
    }
    m_open.push_back(&schema);
    Value result =
        schema.object().contains("$ref") ? readReference(schema.object(), path) : readObject(schema.object(), path);
    m_open.pop_back();
    return result;
}

Value Reader::readObject(const Object &schema, const QString &path)
{
    Object result;
    for (const auto &[name, value] : schema) {
        const QString place = path + u'.' + QString::fromStdString(name);
        const Keyword *keyword = Keyword::find(name);
        if (!keyword && !isExtension(name))
            report(place, u"'%1' is not supported: schemas are of draft 7, without patternProperties, $id and "
                          "content keywords"_s.arg(QString::fromStdString(name)));
        if (!keyword || keyword->kind == Kind::Annotation)
            continue;
        if (const QString problem = keyword->problem(value); !problem.isEmpty()) {
            report(place, problem);
            continue;
        }
        Value ready = readKeyword(keyword->kind, value, place);
        if (keyword->kind != Kind::Definitions)
            result.set(keyword->ownCheck ? "tenantry:" + name : name, std::move(ready));
    }
    for (const char *branch : {"then", "else"}) {
        if (schema.contains(branch) && !schema.contains("if"))
            report(path + u'.' + QLatin1StringView(branch), u"means nothing without 'if'"_s);
    }
    return result;
}

Value Reader::readReference(const Object &schema, const QString &path)
{
    for (const auto &[name, value] : schema) {
        const QString place = path + u'.' + QString::fromStdString(name);
        if (name == "definitions")
            readNamed(value, place, false);
        else if (name != "$ref" && !isOnlyReadByPeople(name))
            report(place, u"is ignored beside $ref; put both into 'allOf'"_s);
    }
    const QString place = path + u".$ref"_s;
    const Value &reference = *schema.find("$ref");
    if (!reference.string().starts_with('#')) {
        report(place, u"must be '#' or a place in this schema ('#/definitions/port'); other documents are not read"_s);
        return true;
    }
    const Value *referred = target(reference.string());
    if (!referred) {
        report(place, u"leads to nothing in this schema"_s);
        return true;
    }
    return read(*referred, place);
}

const Value *Reader::target(std::string_view reference) const
{
    const QByteArray pointer(reference.data() + 1, qsizetype(reference.size()) - 1);
    if (pointer.isEmpty())
        return &m_root;
    if (!pointer.startsWith('/'))
        return nullptr;
    const Value *place = &m_root;
    for (const QByteArray &step : pointer.sliced(1).split('/')) {
        place = memberAt(*place, unescaped(step));
        if (!place)
            return nullptr;
    }
    return place;
}

Value Reader::readKeyword(Kind kind, const Value &value, const QString &path)
{
    switch (kind) {
    case Kind::Schema:
        return read(value, path);
    case Kind::SchemaOrSchemas:
        return value.isArray() ? readList(value, path) : read(value, path);
    case Kind::Schemas:
        if (!value.isArray() || value.array().empty())
            report(path, u"must list schemas"_s);
        return readList(value, path);
    case Kind::NamedSchemas:
    case Kind::Definitions:
        return readNamed(value, path, false);
    case Kind::Dependencies:
        return readNamed(value, path, true);
    case Kind::Any:
    case Kind::Choices:
        m_valueBytes += write(value).size();
        if (m_valueBytes > maxValueBytes)
            report(path, u"makes the schema too large, references followed"_s);
        return m_valueBytes > maxValueBytes ? Value() : value;
    default:
        return value;
    }
}

Value Reader::readList(const Value &value, const QString &path)
{
    Array result;
    for (const Value &item : value.array())
        result.push_back(read(item, path + u'.' + QString::number(result.size())));
    return result;
}

Value Reader::readNamed(const Value &value, const QString &path, bool mayListNames)
{
    if (!value.isObject())
        report(path, u"must be an object of schemas"_s);
    Object result;
    for (const auto &[name, schema] : value.object()) {
        const bool listsNames = mayListNames && isListOfNames(schema);
        result.append(name, listsNames ? schema : read(schema, path + u'.' + QString::fromStdString(name)));
    }
    return result;
}

} // namespace

Result<ReadSchema> readSchema(const Value &schema, const QString &field)
{
    if (write(schema).size() > maxSchemaBytes)
        return failure(Error::field(field, u"A schema may have at most 64 KiB."_s));
    Reader reader(schema);
    Value ready = reader.read(schema, field);
    if (!reader.problems.empty())
        return failure(Error::invalid(std::move(reader.problems)));
    return ReadSchema{std::move(ready), reader.subschemas};
}

} // namespace tenantry::json
