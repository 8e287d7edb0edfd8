// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/parameterbody.h"

#include "core/json/writer.h"

#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

/// How arrays and objects of a parameter stand in a URL.
enum class Form {
    Names,    ///< separated by commas
    Repeated, ///< the parameter once per item
    Json,
    Filter ///< as a condition of a filter tree
};

struct NamedForm
{
    std::string_view name;
    Form form;
};

constexpr std::array namedForms{
    NamedForm{"ordering", Form::Names},       NamedForm{"_sort", Form::Names},
    NamedForm{"_order", Form::Names},         NamedForm{"fields", Form::Names},
    NamedForm{"populate", Form::Names},       NamedForm{"allowed_actions", Form::Names},
    NamedForm{"_aggregate", Form::Names},     NamedForm{"_group_by", Form::Names},
    NamedForm{"_having", Form::Names},        NamedForm{"include", Form::Names},
    NamedForm{"graph_types", Form::Repeated}, NamedForm{"relationship_type", Form::Repeated},
    NamedForm{"filters", Form::Json},
};

Form formOf(std::string_view name)
{
    const auto found =
        std::find_if(namedForms.begin(), namedForms.end(), [name](const NamedForm &item) { return item.name == name; });
    if (found != namedForms.end())
        return found->form;
    return name.ends_with("__vector_near") ? Form::Json : Form::Filter;
}

bool isPlain(const json::Value &value)
{
    return value.isString() || value.isNumber() || value.isBool();
}

QString plainText(const json::Value &value)
{
    if (value.isString())
        return value.text();
    if (value.isBool())
        return value.boolean() ? u"true"_s : u"false"_s;
    return QString::fromStdString(std::string(value.numberText()));
}

QString jsonText(const json::Value &value)
{
    return QString::fromUtf8(json::write(value));
}

/// Nothing when an item is no text, number or boolean.
std::optional<QStringList> texts(const json::Array &items)
{
    QStringList list;
    for (const json::Value &item : items) {
        if (!isPlain(item))
            return std::nullopt;
        list.append(plainText(item));
    }
    return list;
}

std::optional<QString> add(const std::string &name, const json::Value &value, Parameters &parameters)
{
    const QString parameter = QString::fromStdString(name);
    if (value.isNull())
        return u"Leave it out, or ask for %1__null."_s.arg(parameter);
    const Form form = formOf(name);
    if (isPlain(value)) {
        parameters.emplace_back(parameter, plainText(value));
    } else if (form == Form::Json) {
        parameters.emplace_back(parameter, jsonText(value));
    } else if (form == Form::Filter) {
        json::Object condition;
        condition.append(name, value);
        parameters.emplace_back(u"filters"_s, jsonText(json::Value(std::move(condition))));
    } else {
        const std::optional<QStringList> items = value.isArray() ? texts(value.array()) : std::nullopt;
        if (!items)
            return u"Expected a text, or an array of texts."_s;
        if (form == Form::Names)
            parameters.emplace_back(parameter, items->join(u','));
        else
            std::transform(items->begin(), items->end(), std::back_inserter(parameters),
                           [&](const QString &item) { return std::pair(parameter, item); });
    }
    return std::nullopt;
}

} // namespace

Result<Parameters> readParameters(const json::Value &body)
{
    if (!body.isObject())
        return failure(ErrorCode::BadRequest, u"Expected the parameters as a JSON object."_s);
    Parameters parameters;
    std::vector<FieldError> problems;
    for (const auto &[name, value] : body.object()) {
        if (std::optional<QString> problem = add(name, value, parameters))
            problems.push_back({QString::fromStdString(name), *problem});
    }
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    return parameters;
}

} // namespace tenantry::data
