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

/// What a parameter, or a member of one, is called in a URL.
struct Alias
{
    std::string_view sent;
    std::string_view name;
};

constexpr std::array aliases{
    Alias{"aggregate", "_aggregate"},
    Alias{"group_by", "_group_by"},
    Alias{"having", "_having"},
};

constexpr std::array vectorMembers{
    Alias{"topk", "_topk"},
    Alias{"threshold", "_vector_threshold"},
    Alias{"ef_search", "_vector_ef_search"},
    Alias{"metric", "_vector_metric"},
};

constexpr std::array hybridMembers{
    Alias{"strategy", "_hybrid_strategy"},
    Alias{"alpha", "_hybrid_alpha"},
};

constexpr std::array plainNames{"page",   "page_size", "_start", "_end",  "limit",
                                "offset", "search",    "format", "depth", "_count"};

constexpr std::array namedForms{
    NamedForm{"ordering", Form::Names},       NamedForm{"_sort", Form::Names},
    NamedForm{"_order", Form::Names},         NamedForm{"fields", Form::Names},
    NamedForm{"populate", Form::Names},       NamedForm{"allowed_actions", Form::Names},
    NamedForm{"_aggregate", Form::Names},     NamedForm{"_group_by", Form::Names},
    NamedForm{"_having", Form::Names},        NamedForm{"include", Form::Names},
    NamedForm{"graph_types", Form::Repeated}, NamedForm{"relationship_type", Form::Repeated},
    NamedForm{"filters", Form::Json},         NamedForm{"vector", Form::Json},
    NamedForm{"hybrid", Form::Json},
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

bool isParameter(std::string_view name)
{
    return formOf(name) != Form::Filter || name.starts_with('_') ||
           std::find(plainNames.begin(), plainNames.end(), name) != plainNames.end();
}

/// Reads the members of a body one by one and collects what is wrong with them.
class BodyReader
{
public:
    void read(const std::string &sent, const json::Value &value)
    {
        if (sent == "vector" && value.isObject())
            return readVector(value.object());
        if (sent == "hybrid" && value.isObject())
            return readMembers(value.object(), hybridMembers, "hybrid");
        const auto alias =
            std::find_if(aliases.begin(), aliases.end(), [&](const Alias &item) { return item.sent == sent; });
        add(alias == aliases.end() ? sent : std::string(alias->name), value);
    }

    Result<Parameters> result() &&
    {
        if (!m_problems.empty())
            return failure(Error::invalid(std::move(m_problems)));
        return std::move(m_parameters);
    }

private:
    void problem(const QString &parameter, const QString &message) { m_problems.push_back({parameter, message}); }

    void readVector(const json::Object &vector)
    {
        const json::Value *field = vector.find("field");
        const json::Value *value = vector.find("value");
        if (!field || !field->isString() || !value)
            return problem(u"vector"_s, u"Expected the field to compare with and the value to be near to."_s);
        m_parameters.emplace_back(field->text() + u"__vector_near"_s,
                                  value->isString() ? value->text() : jsonText(*value));
        json::Object others = vector;
        others.remove("field");
        others.remove("value");
        readMembers(others, vectorMembers, "vector");
    }

    template<std::size_t N>
    void readMembers(const json::Object &object, const std::array<Alias, N> &members, std::string_view parent)
    {
        for (const auto &[name, value] : object) {
            const auto member = std::find_if(members.begin(), members.end(),
                                             [&sent = name](const Alias &item) { return item.sent == sent; });
            if (member == members.end())
                problem(QString::fromStdString(std::string(parent) + "." + name), u"There is no such setting."_s);
            else
                add(std::string(member->name), value);
        }
    }

    void add(const std::string &name, const json::Value &value)
    {
        const QString parameter = QString::fromStdString(name);
        if (value.isNull()) {
            if (!isParameter(name))
                problem(parameter, u"Leave it out, or ask for %1__null."_s.arg(parameter));
        } else if (isPlain(value)) {
            m_parameters.emplace_back(parameter, plainText(value));
        } else {
            addComposed(name, parameter, value);
        }
    }

    void addComposed(const std::string &name, const QString &parameter, const json::Value &value)
    {
        const Form form = formOf(name);
        if (form == Form::Json) {
            m_parameters.emplace_back(parameter, jsonText(value));
        } else if (form == Form::Filter) {
            json::Object condition;
            condition.append(name, value);
            m_parameters.emplace_back(u"filters"_s, jsonText(json::Value(std::move(condition))));
        } else if (const std::optional<QStringList> items = value.isArray() ? texts(value.array()) : std::nullopt) {
            addList(parameter, form, *items);
        } else {
            problem(parameter, u"Expected a text, or an array of texts."_s);
        }
    }

    void addList(const QString &parameter, Form form, const QStringList &items)
    {
        if (form == Form::Names && !items.isEmpty())
            m_parameters.emplace_back(parameter, items.join(u','));
        for (qsizetype i = 0; form == Form::Repeated && i < items.size(); ++i)
            m_parameters.emplace_back(parameter, items[i]);
    }

    Parameters m_parameters;
    std::vector<FieldError> m_problems;
};

} // namespace

Result<Parameters> readParameters(const json::Value &body)
{
    if (!body.isObject())
        return failure(ErrorCode::BadRequest, u"Expected the parameters as a JSON object."_s);
    BodyReader reader;
    for (const auto &[name, value] : body.object())
        reader.read(name, value);
    return std::move(reader).result();
}

} // namespace tenantry::data
