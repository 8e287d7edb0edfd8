// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/attributes/attributeschema.h"

#include "core/json/depth.h"
#include "core/json/jsonschema.h"
#include "core/json/writer.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::identity {

namespace {

const QString field = u"schema"_s;

/// Fields of users, and parameters of their list, which an attribute of the same name would hide.
constexpr std::array taken{
    "id"_L1,           "username"_L1,   "email"_L1,     "password"_L1,           "confirm_password"_L1,
    "first_name"_L1,   "last_name"_L1,  "full_name"_L1, "is_active"_L1,          "is_staff"_L1,
    "is_superuser"_L1, "is_deleted"_L1, "groups"_L1,    "is_cloud_user"_L1,      "date_joined"_L1,
    "last_login"_L1,   "attributes"_L1, "roles"_L1,     "missing_attributes"_L1, "user_permissions"_L1,
    "role_slugs"_L1,   "icon_url"_L1,   "search"_L1,    "created_at"_L1,         "updated_at"_L1,
    "ordering"_L1,     "page"_L1,       "page_size"_L1, "date_joined__gte"_L1,   "date_joined__lte"_L1,
};

QString textOf(const std::string &name)
{
    return QString::fromStdString(name);
}

std::optional<QString> nameProblem(const QString &name)
{
    static const QRegularExpression snakeCase(u"\\A[a-z][a-z0-9_]*\\z"_s);
    if (!snakeCase.match(name).hasMatch())
        return u"Must be named in lower-case snake_case, beginning with a letter."_s;
    if (std::ranges::find(taken, name) != taken.end())
        return u"Is the name of another field of users."_s;
    return std::nullopt;
}

bool isReference(const json::Value &reference)
{
    constexpr std::array members{"app", "table", "field"};
    return reference.object().size() == members.size() &&
           std::ranges::all_of(members, [&](const char *name) { return reference[name].isString(); });
}

/// What of an attribute is refused beyond what JSON Schema refuses.
void checkAttribute(const QString &name, const json::Value &schema, std::vector<FieldError> &problems)
{
    const QString path = field + u".properties."_s + name;
    if (const auto problem = nameProblem(name))
        problems.push_back({path, *problem});
    const json::Value *reference = schema.object().find("x-reference");
    if (reference && !isReference(*reference))
        problems.push_back({path + u".x-reference"_s, u"Must be an object with the texts app, table and field."_s});
}

std::vector<FieldError> problemsOf(const json::Value &definition)
{
    if (!definition.isObject())
        return {{field, u"Must be a JSON Schema of objects."_s}};
    std::vector<FieldError> problems;
    if (definition["type"] != json::Value("object"))
        problems.push_back({field + u".type"_s, u"Must be \"object\"."_s});
    for (const auto &[name, schema] : definition["properties"].object())
        checkAttribute(textOf(name), schema, problems);
    for (const json::Value &name : definition["required"].array()) {
        if (name.isString() && !definition["properties"].object().contains(name.string()))
            problems.push_back({field + u".required"_s, u"There is no property '%1'."_s.arg(name.text())});
    }
    return problems;
}

std::optional<QString> sizeProblem(const json::Object &attributes)
{
    const json::Value value(attributes);
    if (json::isDeeperThan(value, json::keptDepth))
        return u"Must be nested in at most %1 levels."_s.arg(json::keptDepth);
    if (json::canonical(value).size() > AttributeSchema::maxBytes)
        return u"Are larger than %1 bytes."_s.arg(AttributeSchema::maxBytes);
    return std::nullopt;
}

} // namespace

AttributeSchema::AttributeSchema()
    : AttributeSchema(json::Object())
{
}

AttributeSchema::AttributeSchema(json::Value definition)
    : m_definition(std::move(definition))
{
}

AttributeSchema AttributeSchema::stored(json::Value definition)
{
    return AttributeSchema(std::move(definition));
}

Result<AttributeSchema> AttributeSchema::parse(const json::Value &definition)
{
    std::vector<FieldError> problems = problemsOf(definition);
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    AttributeSchema schema(definition);
    TRY(json::JsonSchema::compile(schema.closed(), field));
    return schema;
}

bool AttributeSchema::defines(const QString &name) const
{
    return m_definition["properties"].object().contains(name.toStdString());
}

QStringList AttributeSchema::typesOf(const QString &name) const
{
    const json::Value &type = m_definition["properties"][name.toStdString()]["type"];
    if (type.isString())
        return {type.text()};
    QStringList types;
    for (const json::Value &one : type.array())
        types.append(one.text());
    return types;
}

QStringList AttributeSchema::required() const
{
    QStringList names;
    for (const json::Value &name : m_definition["required"].array())
        names.append(name.text());
    return names;
}

json::Value AttributeSchema::closed() const
{
    json::Object definition = m_definition.object();
    definition.set("type", "object");
    definition.set("additionalProperties", false);
    return definition;
}

Result<json::Object> AttributeSchema::merged(const json::Object &before, const json::Object &given) const
{
    const QStringList needed = required();
    json::Object after = before;
    for (const auto &[name, value] : given) {
        if (value.isNull() && !needed.contains(textOf(name)))
            after.remove(name);
        else
            after.set(name, value);
    }
    if (const auto problem = sizeProblem(after))
        return failure(Error::field(u"attributes"_s, *problem));
    std::vector<FieldError> problems;
    json::Object known;
    for (const auto &[name, value] : after) {
        if (defines(textOf(name)))
            known.set(name, value);
        else
            problems.push_back({u"attributes."_s + textOf(name), u"The site defines no such attribute."_s});
    }
    const json::JsonSchema schema = TRY(json::JsonSchema::compile(closed(), field));
    const std::vector<FieldError> misfits = schema.problems(known);
    for (const FieldError &misfit : misfits)
        problems.push_back({misfit.path.isEmpty() ? u"attributes"_s : u"attributes."_s + misfit.path, misfit.message});
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    return after;
}

QStringList AttributeSchema::missing(const json::Object &attributes) const
{
    QStringList names;
    const QStringList needed = required();
    for (const QString &name : needed) {
        const json::Value *value = attributes.find(name.toStdString());
        if (!value || value->isNull())
            names.append(name);
    }
    return names;
}

} // namespace tenantry::identity
