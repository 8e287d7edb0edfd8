// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/filtertree.h"

#include "core/json/reader.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

QString shapeOf(const QString &path)
{
    return u"'%1' must be an object such as {\"or\": [{\"state\": \"out\"}, {\"copies__lt\": 1}]} or an array such as "
           "[{\"field\": \"copies\", \"operator\": \"lt\", \"value\": 1}]."_s.arg(path);
}

std::optional<Operator> groupOperator(std::string_view name)
{
    if (name == "and")
        return Operator::And;
    if (name == "or")
        return Operator::Or;
    return std::nullopt;
}

/// What asks for nothing is left out: an "or" with an empty object would otherwise hold for every row.
void addTo(Condition &group, Condition part)
{
    if (countOf(part) > 0)
        group.parts.push_back(std::move(part));
}

} // namespace

struct FilterTree::Reading
{
    QString path;
    Problems &problems;
    std::size_t conditions = 0;
    std::optional<Error> error = {}; ///< of the whole; the first counts

    bool ended() const { return error || problems.size() >= mostConditions; }
    void refuse(const QString &message) { error = Error::make(ErrorCode::BadRequest, message); }
};

Result<json::Value> readFilter(std::string_view json, const QString &path)
{
    Result<json::Value> filter = json::read(json);
    if (!filter && filter.error().code == ErrorCode::BadRequest)
        return failure(ErrorCode::BadRequest, u"'%1' is no JSON: %2"_s.arg(path, filter.error().message));
    return filter;
}

Result<Condition> FilterTree::parseText(std::string_view json, const QString &path, Problems &problems) const
{
    return parse(TRY(readFilter(json, path)), path, problems);
}

Result<Condition> FilterTree::parse(const json::Value &filter, const QString &path, Problems &problems) const
{
    Condition all{.op = Operator::And};
    Reading reading{path, problems};
    read(filter, all, reading, 1);
    if (reading.error)
        return failure(std::move(*reading.error));
    return all;
}

void FilterTree::read(const json::Value &filter, Condition &into, Reading &reading, int depth) const
{
    if (depth > deepest)
        return reading.refuse(u"'%1' nests deeper than %2 levels."_s.arg(reading.path).arg(deepest));
    if (filter.isObject())
        return readNode(filter.object(), into, reading, depth);
    if (!filter.isArray())
        return reading.refuse(shapeOf(reading.path));
    for (const json::Value &entry : filter.array()) {
        if (reading.ended())
            return;
        if (!entry.isObject())
            return reading.refuse(shapeOf(reading.path));
        readNode(entry.object(), into, reading, depth);
    }
}

void FilterTree::readNode(const json::Object &node, Condition &into, Reading &reading, int depth) const
{
    const json::Value *op = node.find("operator");
    const json::Value *value = node.find("value");
    const json::Value *field = node.find("field");
    if (op && value && field && field->isString() && op->isString())
        return readLeaf(field->text() + u"__"_s + op->text(), *value, into, reading);
    if (op && value && !field) {
        const std::optional<Operator> group = groupOperator(op->string());
        if (!group)
            return reading.refuse(u"'%1': expected \"and\" or \"or\", or a field."_s.arg(reading.path));
        return readGroup(*value, *group, into, reading, depth);
    }
    for (const json::Member &member : node) {
        if (reading.ended())
            return;
        readMember(member, into, reading, depth);
    }
}

void FilterTree::readMember(const json::Member &member, Condition &into, Reading &reading, int depth) const
{
    const auto &[name, value] = member;
    if (const std::optional<Operator> group = groupOperator(name); group && (value.isArray() || value.isObject()))
        return readGroup(value, *group, into, reading, depth);
    if (name == "not" && (value.isArray() || value.isObject())) {
        Condition negated{.op = Operator::And, .negated = true};
        read(value, negated, reading, depth + 1);
        addTo(into, std::move(negated));
        return;
    }
    if (name == "filters")
        return readNested(value, into, reading, depth);
    readLeaf(QString::fromStdString(name), value, into, reading);
}

void FilterTree::readGroup(const json::Value &parts, Operator op, Condition &into, Reading &reading, int depth) const
{
    if (!parts.isArray())
        return reading.refuse(shapeOf(reading.path));
    Condition group{.op = op};
    for (const json::Value &part : parts.array()) {
        if (reading.ended())
            return;
        Condition all{.op = Operator::And};
        read(part, all, reading, depth + 1);
        addTo(group, all.parts.size() == 1 ? std::move(all.parts.front()) : std::move(all));
    }
    addTo(into, std::move(group));
}

/// The JavaScript client puts a whole filter, as JSON or as JSON in a text, beside flat conditions.
void FilterTree::readNested(const json::Value &filter, Condition &into, Reading &reading, int depth) const
{
    if (!filter.isString())
        return read(filter, into, reading, depth + 1);
    const Result<json::Value> inner = json::read(filter.string());
    if (!inner)
        return reading.refuse(u"'filters' in '%1' is no JSON: %2"_s.arg(reading.path, inner.error().message));
    read(*inner, into, reading, depth + 1);
}

void FilterTree::readLeaf(const QString &name, const json::Value &value, Condition &into, Reading &reading) const
{
    if (++reading.conditions > mostConditions)
        return reading.refuse(u"'%1' has more than %2 conditions."_s.arg(reading.path).arg(mostConditions));
    std::optional<Condition> leaf = m_parser.fromJson(name, value, reading.path + u'.' + name, reading.problems);
    if (leaf)
        into.parts.push_back(std::move(*leaf));
}

std::size_t countOf(const Condition &condition)
{
    if (condition.op != Operator::And && condition.op != Operator::Or && condition.op != Operator::Related)
        return 1;
    return std::accumulate(condition.parts.begin(), condition.parts.end(), std::size_t{0},
                           [](std::size_t sum, const Condition &part) { return sum + countOf(part); });
}

} // namespace tenantry::data
