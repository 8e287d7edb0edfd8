// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/jsonschema.h"

#include "core/json/schemachecks.h"
#include "core/json/schemareader.h"

#define VALIJSON_USE_EXCEPTIONS 1 // without, it ends the process
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <charconv>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace tenantry::json {

namespace {

using valijson::adapters::NlohmannJsonAdapter;

constexpr std::size_t maxProblems = 100;
/// Subschemas times values: a second or so.
constexpr std::int64_t maxWork = 500'000;

/// The nearest double; numbers too large for one are infinite.
double nearestDouble(std::string_view text)
{
    double number = 0;
    const auto error = std::from_chars(text.data(), text.data() + text.size(), number).ec;
    if (error != std::errc::result_out_of_range)
        return number;
    if (text.find("e-") != text.npos || text.find("E-") != text.npos)
        return 0;
    const double infinity = std::numeric_limits<double>::infinity();
    return text.starts_with('-') ? -infinity : infinity;
}

/// 1.0 and 1e2 are integers to a schema.
nlohmann::json numberOf(const Value &value)
{
    if (const auto integer = value.integer())
        return *integer;
    const double real = nearestDouble(value.numberText());
    constexpr double exact = 9'007'199'254'740'992; // 2^53
    if (std::trunc(real) == real && std::abs(real) <= exact)
        return std::int64_t(real);
    return real;
}

/// `count` is raised by the number of values.
nlohmann::json converted(const Value &value, std::int64_t &count)
{
    ++count;
    if (value.isNumber())
        return numberOf(value);
    if (value.isString())
        return std::string(value.string());
    if (value.isBool())
        return value.boolean();
    if (value.isArray()) {
        auto list = nlohmann::json::array();
        for (const Value &item : value.array())
            list.push_back(converted(item, count));
        return list;
    }
    if (value.isObject()) {
        auto object = nlohmann::json::object();
        for (const auto &[name, member] : value.object())
            object[name] = converted(member, count);
        return object;
    }
    return nullptr;
}

/// "<root>", "[servers]", "[0]" as "servers.0".
QString pathOf(const std::vector<std::string> &context)
{
    QStringList steps;
    for (const std::string &step : context) {
        if (step.starts_with('['))
            steps.append(QString::fromStdString(step).sliced(1).chopped(1));
    }
    return steps.join(u'.');
}

QString below(const QString &path, const QString &name)
{
    return path.isEmpty() ? name : path + u'.' + name;
}

/// What stands in the message's last quotes.
QString quotedIn(const QString &message)
{
    const qsizetype begin = message.indexOf(u'\'', message.startsWith("Object"_L1) ? message.indexOf(u": '"_s) : 0) + 1;
    return message.sliced(begin, message.lastIndexOf(u'\'') - begin);
}

/// Said again of what holds the value that is wrong.
bool isRepetition(const QString &message)
{
    return message.startsWith("Failed to validate item #"_L1) ||
           message.startsWith("Failed to validate against additional properties schema"_L1) ||
           message.startsWith("Failed to validate against schema associated with property name"_L1) ||
           message.startsWith("Failed to validate against dependent schema"_L1) ||
           message.startsWith("Failed to validate against a conditional schema"_L1) ||
           message.startsWith("Failed to validate against child schema"_L1);
}

/// A finding of the library, of which members that lack or are too many are told by their own path.
FieldError problemOf(const valijson::ValidationResults::Error &error)
{
    const QString path = pathOf(error.context);
    const QString message = QString::fromStdString(error.description);
    if (message.startsWith("Missing required property '"_L1))
        return {below(path, quotedIn(message)), u"is required"_s};
    if (message.startsWith("Object contains a property that could not"_L1))
        return {below(path, quotedIn(message)), u"is not in the schema"_s};
    if (message.startsWith("Value type not permitted"_L1))
        return {path, u"is of a type that the schema does not allow"_s};
    if (message.startsWith("Failed to match against any enum"_L1))
        return {path, u"is none of the values that the schema allows"_s};
    const QString sentence = message.endsWith(u'.') ? message.chopped(1) : message;
    return {path, u"does not fit the schema: "_s + sentence};
}

std::vector<FieldError> problemsIn(const valijson::ValidationResults &results)
{
    std::vector<FieldError> problems;
    std::vector<FieldError> repetitions;
    for (const auto &error : results) {
        auto &list = isRepetition(QString::fromStdString(error.description)) ? repetitions : problems;
        if (list.size() < maxProblems)
            list.push_back(problemOf(error));
    }
    if (!problems.empty())
        return problems;
    if (!repetitions.empty())
        return {repetitions.front()};
    return {{QString(), u"does not fit the schema"_s}};
}

} // namespace

struct JsonSchema::Compiled
{
    valijson::Schema schema;
    std::int64_t subschemas = 0;
};

JsonSchema::JsonSchema(std::shared_ptr<const Compiled> compiled)
    : m_compiled(std::move(compiled))
{
}

Result<JsonSchema> JsonSchema::compile(const Value &schema, const QString &field)
{
    const ReadSchema ready = TRY(readSchema(schema, field));
    auto compiled = std::make_shared<Compiled>();
    compiled->subschemas = ready.subschemas;
    std::int64_t count = 0;
    const nlohmann::json document = converted(ready.schema, count);
    try {
        valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
        addOwnChecks(parser);
        parser.populateSchema(NlohmannJsonAdapter(document), compiled->schema);
    } catch (const std::exception &exception) {
        return failure(
            Error::field(field, u"is not a JSON Schema of draft 7"_s).withCause(QString::fromUtf8(exception.what())));
    }
    return JsonSchema(std::move(compiled));
}

std::vector<FieldError> JsonSchema::problems(const Value &value) const
{
    std::int64_t count = 0;
    const nlohmann::json document = converted(value, count);
    if (count * m_compiled->subschemas > maxWork)
        return {{QString(), u"has more parts than can be checked against this schema"_s}};
    try {
        valijson::ValidationResults results;
        // One for each check: it remembers while it works.
        valijson::Validator validator(valijson::Validator::kStrongTypes);
        if (validator.validate(m_compiled->schema, NlohmannJsonAdapter(document), &results))
            return {};
        return problemsIn(results);
    } catch (const std::exception &) {
        return {{QString(), u"cannot be checked against the schema"_s}};
    }
}

} // namespace tenantry::json
