// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/attributes/attributefilter.h"

#include "core/json/number.h"
#include "core/json/reader.h"
#include "core/json/writer.h"

using namespace Qt::StringLiterals;

namespace tenantry::identity {

namespace {

std::optional<json::Value> numberOf(const QString &text)
{
    const Result<json::Value> read = json::read(text.toStdString());
    if (!read || !read->isNumber() || !json::plainNumber(read->numberText()))
        return std::nullopt;
    return *read;
}

/// `True` is Python's spelling.
std::optional<json::Value> truthOf(const QString &text)
{
    if (text == "true"_L1 || text == "True"_L1)
        return json::Value(true);
    if (text == "false"_L1 || text == "False"_L1)
        return json::Value(false);
    return std::nullopt;
}

/// What a value may be that is written so.
std::vector<json::Value> valuesOf(const QString &text, const QStringList &types)
{
    const auto mayBe = [&](QLatin1StringView type) { return types.isEmpty() || types.contains(type); };
    std::vector<json::Value> values;
    if (mayBe("string"_L1) && !text.contains(QChar(0))) // which no value holds, and PostgreSQL cannot read
        values.emplace_back(text);
    if (const auto number = numberOf(text); number && (mayBe("number"_L1) || mayBe("integer"_L1)))
        values.push_back(*number);
    if (const auto truth = truthOf(text); truth && mayBe("boolean"_L1))
        values.push_back(*truth);
    return values;
}

} // namespace

void addAttributeFilter(Conditions &conditions, const AttributeSchema &schema, const QString &name, const QString &text,
                        sql::Dialect dialect)
{
    std::string any;
    const std::vector<json::Value> values = valuesOf(text, schema.typesOf(name));
    for (const json::Value &value : values) {
        json::Object document;
        document.set(name.toStdString(), value);
        const std::string wanted = conditions.bind(json::canonical(document));
        any += any.empty() ? "(" : " OR ";
        any += dialect == sql::Dialect::Postgres ? "u.attributes::jsonb @> " + wanted + "::jsonb"
                                                 : "tenantry_json_contains(u.attributes, " + wanted + ")";
    }
    conditions.add(any.empty() ? "1 = 0" : any + ")");
}

} // namespace tenantry::identity
