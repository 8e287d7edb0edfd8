// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/schemachecks.h"

#include "core/json/textformat.h"

#define VALIJSON_USE_EXCEPTIONS 1 // without, it ends the process
#include <re2/re2.h>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>

#include <charconv>
#include <cmath>
#include <functional>
#include <set>

namespace tenantry::json {

namespace {

using valijson::adapters::Adapter;

/// A keyword of ours: whether `value` passes, and what is said when it does not.
struct Check
{
    std::function<bool(const Adapter &value)> passes;
    std::string message;
};

class CheckConstraint : public valijson::constraints::PolyConstraint
{
public:
    explicit CheckConstraint(Check check)
        : m_check(std::make_shared<const Check>(std::move(check)))
    {
    }

    bool validate(const Adapter &value, const std::vector<std::string> &context,
                  valijson::ValidationResults *results) const override
    {
        if (m_check->passes(value))
            return true;
        if (results)
            results->pushError(context, m_check->message);
        return false;
    }

private:
    Constraint *cloneInto(void *memory) const override { return new (memory) CheckConstraint(*this); }
    std::size_t sizeOf() const override { return sizeof(CheckConstraint); }

    std::shared_ptr<const Check> m_check;
};

template<Check (*makeCheck)(const Adapter &)>
class Builder : public valijson::ConstraintBuilder
{
public:
    valijson::constraints::Constraint *make(const Adapter &keyword) const override
    {
        return new CheckConstraint(makeCheck(keyword));
    }
};

Check formatCheck(const Adapter &keyword)
{
    const std::string format = keyword.asString();
    return {[format](const Adapter &value) { return !value.isString() || matchesFormat(format, value.asString()); },
            "is not of the format " + format};
}

Check patternCheck(const Adapter &keyword)
{
    const std::string text = keyword.asString();
    const auto pattern = std::make_shared<const RE2>(text, RE2::Quiet);
    return {
        [pattern](const Adapter &value) { return !value.isString() || RE2::PartialMatch(value.asString(), *pattern); },
        "does not match the pattern " + text};
}

/// 0.3 is a multiple of 0.1, although neither is exact.
bool isNearlyMultiple(double value, double divisor)
{
    const double times = value / divisor;
    return std::isfinite(times) && std::abs(times - std::round(times)) <= std::max(1e-9, std::abs(times) * 1e-13);
}

Check multipleCheck(const Adapter &keyword)
{
    const std::int64_t integer = keyword.isInteger() ? keyword.asInteger() : 0;
    const double real = keyword.getNumber();
    return {[=](const Adapter &value) {
                if (integer != 0 && value.isInteger())
                    return value.asInteger() % integer == 0;
                return !value.isNumber() || isNearlyMultiple(value.getNumber(), real);
            },
            "is not a multiple of what the schema asks for"};
}

std::string exactText(double number)
{
    char digits[32];
    return {digits, std::to_chars(digits, digits + sizeof digits, number).ptr};
}

/// The same text for equal values, whatever the order of members.
std::string canonicalText(const Adapter &value)
{
    std::string text;
    if (value.isArray()) {
        value.applyToArray([&](const Adapter &item) {
            text += canonicalText(item) + ',';
            return true;
        });
        return '[' + text + ']';
    }
    if (value.isObject()) {
        std::set<std::string> members;
        value.applyToObject([&](const std::string &name, const Adapter &member) {
            members.insert(std::to_string(name.size()) + ':' + name + canonicalText(member));
            return true;
        });
        for (const std::string &member : members)
            text += member + ',';
        return '{' + text + '}';
    }
    if (value.isString())
        return '"' + std::to_string(value.asString().size()) + ':' + value.asString();
    if (value.isNumber())
        return value.isInteger() ? std::to_string(value.asInteger()) : exactText(value.getNumber());
    return value.isNull() ? "null" : value.asBool() ? "true" : "false";
}

Check uniquenessCheck(const Adapter &keyword)
{
    if (!keyword.asBool())
        return {[](const Adapter &) { return true; }, {}};
    return {[](const Adapter &value) {
                std::set<std::string> seen;
                bool unique = true;
                if (value.isArray())
                    value.applyToArray([&](const Adapter &item) {
                        unique = seen.insert(canonicalText(item)).second;
                        return unique;
                    });
                return unique;
            },
            "holds a value twice"};
}

} // namespace

void addOwnChecks(valijson::SchemaParser &parser)
{
    parser.addConstraintBuilder("tenantry:format", new Builder<&formatCheck>);
    parser.addConstraintBuilder("tenantry:multipleOf", new Builder<&multipleCheck>);
    parser.addConstraintBuilder("tenantry:pattern", new Builder<&patternCheck>);
    parser.addConstraintBuilder("tenantry:uniqueItems", new Builder<&uniquenessCheck>);
}

} // namespace tenantry::json
