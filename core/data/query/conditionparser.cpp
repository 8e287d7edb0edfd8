// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/conditionparser.h"

#include "core/base/fold.h"
#include "core/data/columntype.h"
#include "core/data/query/likepattern.h"
#include "core/data/query/nearestname.h"
#include "core/data/query/relationpath.h"
#include "core/data/search/searchcondition.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

using Parsed = tl::expected<Condition, QString>;
using Wrong = tl::unexpected<QString>;

QString noOperator(QStringView name)
{
    std::vector<std::string> names;
    for (const FilterOperator &op : filterOperators())
        names.emplace_back(op.name);
    const QString message = u"There is no operator '%1'."_s.arg(name);
    if (const std::optional<std::string> nearest = nearestName(name.toUtf8().toStdString(), names))
        return message + u" Did you mean '%1'?"_s.arg(QString::fromStdString(*nearest));
    return message + u" Some there are: eq, ne, lt, gte, in, between, null, contains, startswith."_s;
}

/// A word that may hold more than one part: what is before the last separator, and after it.
std::optional<std::pair<QStringView, QStringView>> splitLast(QStringView name, QStringView separator)
{
    const qsizetype at = name.lastIndexOf(separator);
    if (at <= 0)
        return std::nullopt;
    return std::pair(name.left(at), name.mid(at + separator.size()));
}

std::optional<bool> truth(const json::Value &value)
{
    if (value.isBool())
        return value.boolean();
    return truthOf(value.isNumber() ? QString::fromStdString(std::string(value.numberText())) : value.text());
}

/// What a text is compared with; numbers and truth values as they are written.
std::optional<std::string> wording(const json::Value &value)
{
    if (value.isString())
        return std::string(value.string());
    if (value.isNumber())
        return std::string(value.numberText());
    if (value.isBool())
        return value.boolean() ? "true" : "false";
    return std::nullopt;
}

json::Array items(Operands operands, const json::Value &value)
{
    if (value.isArray())
        return value.array();
    if (operands == Operands::One || !value.isString())
        return {value};
    json::Array parts;
    for (const QString &part : value.text().split(u','))
        parts.emplace_back(part);
    return parts;
}

std::string patternOf(Operands operands, std::string_view text)
{
    switch (operands) {
    case Operands::Part:
        return "%" + literalPattern(text) + "%";
    case Operands::Start:
        return literalPattern(text) + "%";
    case Operands::End:
        return "%" + literalPattern(text);
    default:
        return std::string(text);
    }
}

bool takesOne(Operands operands)
{
    return operands != Operands::List && operands != Operands::Two;
}

bool holdsNul(std::string_view text)
{
    return text.find('\0') != std::string_view::npos;
}

bool looksLikeDocument(const json::Value &value)
{
    return value.isObject() || value.isArray() || value.string().starts_with('{') || value.string().starts_with('[');
}

/// A value inside a document is read as number where it is compared with nothing but numbers.
Nested::Form formOf(const json::Array &given, Spelling spelling)
{
    const auto isNumber = [spelling](const json::Value &item) {
        return spelling == Spelling::Text ? scalarFromText(item.string()).isNumber() : item.isNumber();
    };
    const bool numbers = !given.empty() && std::all_of(given.begin(), given.end(), isNumber);
    return numbers ? Nested::Form::Number : Nested::Form::Text;
}

} // namespace

/// `parse`: (const ConditionParser &, const QString &name) -> std::optional<Condition>, about the related table.
template<class Parse>
std::optional<Condition> ConditionParser::ofRelated(const QString &name, const QString &path, Problems &problems,
                                                    Parse parse) const
{
    const qsizetype dot = name.indexOf(u'.');
    const auto relation = relationNamed(m_table, m_relations, QStringView(name).left(dot));
    if (!relation) {
        problems.push_back({path, relation.error()});
        return std::nullopt;
    }
    if (m_hops == longestPath) {
        problems.push_back({path, u"At most %1 relations can be walked."_s.arg(longestPath)});
        return std::nullopt;
    }
    const ConditionParser inner(*(*relation)->target(), m_relations, m_hops + 1);
    std::optional<Condition> condition = parse(inner, name.mid(dot + 1));
    if (condition)
        condition = throughRelation(*relation, std::move(*condition));
    return condition;
}

/// A dot behind "__" belongs to a key of a document.
bool ConditionParser::walks(const QString &name) const
{
    const qsizetype dot = name.indexOf(u'.');
    return dot >= 0 && (!QStringView(name).left(dot).contains(u"__"_s) ||
                        m_relations.of(m_table).find(name.left(dot).toStdString()));
}

std::optional<Condition> ConditionParser::fromText(const QString &name, const QString &text, const QString &path,
                                                   Problems &problems) const
{
    if (walks(name)) {
        return ofRelated(name, path, problems, [&](const ConditionParser &related, const QString &rest) {
            return related.fromText(rest, text, path, problems);
        });
    }
    if (isSearch(m_table, name))
        return searchCondition(json::Value(text), path, problems);
    const std::optional<Target> aim = target(name, path, problems);
    if (!aim)
        return std::nullopt;
    Parsed parsed = condition(*aim, json::Value(text), Spelling::Text);
    if (parsed)
        return std::move(*parsed);
    problems.push_back({path, parsed.error()});
    return std::nullopt;
}

std::optional<Condition> ConditionParser::fromJson(const QString &name, const json::Value &value, const QString &path,
                                                   Problems &problems) const
{
    if (walks(name)) {
        return ofRelated(name, path, problems, [&](const ConditionParser &related, const QString &rest) {
            return related.fromJson(rest, value, path, problems);
        });
    }
    if (isSearch(m_table, name))
        return searchCondition(value, path, problems);
    const std::optional<Target> aim = target(name, path, problems);
    if (!aim)
        return std::nullopt;
    Parsed parsed = asksForEach(*aim, value) ? each(*aim, value.array()) : condition(*aim, value, Spelling::Json);
    if (parsed)
        return std::move(*parsed);
    problems.push_back({path, parsed.error()});
    return std::nullopt;
}

std::optional<ConditionParser::Target> ConditionParser::target(const QString &name, const QString &path,
                                                               Problems &problems) const
{
    if (const auto column = m_table.columnIndex(name.toStdString()))
        return Target{*column, filterOperator("eq")};

    // The older spelling has a single underscore; only what is neither a column nor the newer one may be it.
    for (const QStringView separator : {QStringView(u"__"), QStringView(u"_")}) {
        const auto parts = splitLast(name, separator);
        if (!parts)
            continue;
        const auto column = m_table.columnIndex(parts->first.toUtf8().toStdString());
        const FilterOperator *op = filterOperator(parts->second.toUtf8().toStdString());
        if (column && op)
            return Target{*column, &meaningOf(*op, m_table.columns[*column].type)};
        if (std::optional<Target> nested = nestedTarget(name))
            return nested;
        if (column && separator.size() == 2) {
            problems.push_back({path, noOperator(parts->second)});
            return std::nullopt;
        }
    }
    const auto parts = splitLast(name, u"__");
    problems.push_back({path, unknownColumn(m_table, m_relations, parts ? parts->first : QStringView(name))});
    return std::nullopt;
}

/// A path into a document, with an operator behind it unless equality is meant.
std::optional<ConditionParser::Target> ConditionParser::nestedTarget(const QString &name) const
{
    QStringList parts = name.split(u"__"_s);
    const auto column = m_table.columnIndex(parts.takeFirst().toStdString());
    if (!column || parts.isEmpty() || !isDocument(m_table.columns[*column].type))
        return std::nullopt;
    Target target{*column, filterOperator(parts.last().toStdString())};
    if (target.op)
        parts.removeLast();
    else
        target.op = filterOperator("eq");
    for (const QString &part : parts)
        target.path.push_back(part.toStdString());
    return target;
}

DataType ConditionParser::typeOf(const Target &target) const
{
    return target.path.empty() ? m_table.columns[target.column].type : DataType(ColumnType::Any);
}

/// An array in place of one value asks for each of them, unless it can be the value.
bool ConditionParser::asksForEach(const Target &target, const json::Value &value) const
{
    const Operands operands = target.op->operands;
    if (!value.isArray() || !takesOne(operands))
        return false;
    const DataType type = typeOf(target);
    if (operands == Operands::Key)
        return true;
    if (operands == Operands::Element)
        return type == ColumnType::List;
    return !isCompound(operands) && (isScalar(type) || !target.path.empty());
}

/// Why the operator says nothing about columns of this type; nothing when it does.
std::optional<QString> ConditionParser::mismatch(const Target &target) const
{
    const DataType type = typeOf(target);
    if (isCompound(target.op->operands))
        return compoundMismatch(*target.op, type);
    const bool nested = !target.path.empty();
    const bool isNode = m_table.graph && m_table.primaryKey.front() == target.column && !nested;
    if (walksGraph(target.op->op) && !isNode)
        return u"Only the primary key of a table that declares a graph has descendants and ancestors."_s;
    if (nested && std::any_of(target.path.begin(), target.path.end(), holdsNul))
        return u"A key has no character U+0000."_s;
    if (type == ColumnType::Vector && target.op->op != Operator::IsNull)
        return u"Vectors are not compared; ask for what is missing with null."_s;
    if (needsOrder(target.op->op) && !isScalar(type) && !nested)
        return u"Values of this type have no order; compare with eq, ne, in, nin or null."_s;
    if (comparesTexts(target.op->op) && !hasTextForm(type))
        return u"Values of this type have no text; compare with eq, ne, in, nin or null."_s;
    return std::nullopt;
}

Parsed ConditionParser::condition(Target target, const json::Value &value, Spelling spelling) const
{
    if (!target.path.empty() && looksLikeDocument(value))
        target.op = &meaningOf(*target.op, ColumnType::Any);
    if (std::optional<QString> why = mismatch(target))
        return Wrong(std::move(*why));
    const FilterOperator &op = *target.op;
    if (isCompound(op.operands))
        return compound(target, value, spelling);
    Parsed parsed;
    if (op.operands == Operands::Flag)
        parsed = flag(target, value);
    else if (value.isNull() && (op.op == Operator::Equal || op.op == Operator::NotEqual))
        parsed = Condition{target.column, Operator::IsNull, {}, op.op == Operator::NotEqual};
    else if (takesOne(op.operands) && comparesTexts(op.op))
        parsed = match(target, value);
    else
        return comparison(target, value, spelling);
    if (parsed && !target.path.empty())
        parsed->nested = Nested{target.path, Nested::Form::Text};
    return parsed;
}

Parsed ConditionParser::comparison(const Target &target, const json::Value &value, Spelling spelling) const
{
    const FilterOperator &op = *target.op;
    Condition condition{target.column, op.op, {}, op.negated};
    const json::Array given = op.operands == Operands::One ? json::Array{value} : items(op.operands, value);
    if (op.operands == Operands::Two && given.size() != 2)
        return Wrong(u"Expected two values separated by a comma."_s);
    // What stood between commas is text, wherever it stood.
    const bool split = op.operands != Operands::One && value.isString();
    const Spelling written = split ? Spelling::Text : spelling;
    if (!target.path.empty())
        condition.nested = Nested{target.path, comparesTexts(op.op) ? Nested::Form::Text : formOf(given, written)};
    for (const json::Value &item : given) {
        ParsedValue parsed = condition.nested && !comparesTexts(op.op) ? nestedOperand(condition.nested->form, item)
                                                                       : operand(target, item, written);
        if (!parsed)
            return Wrong(parsed.error());
        condition.operands.push_back(std::move(*parsed));
    }
    return condition;
}

Parsed ConditionParser::compound(const Target &target, const json::Value &value, Spelling spelling) const
{
    auto operands = compoundOperands(*target.op, typeOf(target), value, spelling);
    if (!operands)
        return Wrong(operands.error());
    Condition condition{target.column, target.op->op, std::move(*operands), target.op->negated};
    if (!target.path.empty())
        condition.nested = Nested{target.path, Nested::Form::Document};
    return condition;
}

ParsedValue ConditionParser::operand(const Target &target, const json::Value &item, Spelling spelling) const
{
    if (comparesTexts(target.op->op)) {
        const std::optional<std::string> text = wording(item);
        if (!text || holdsNul(*text))
            return Wrong(u"Expected texts without the character U+0000."_s);
        return sql::Value(folded(*text));
    }
    if (item.isNull())
        return Wrong(u"Expected a value; ask for missing ones with null=true."_s);
    const Column &column = m_table.columns[target.column];
    return spelling == Spelling::Text ? valueFromText(column, item.string()) : valueFromJson(column, item);
}

ParsedValue ConditionParser::nestedOperand(Nested::Form form, const json::Value &item) const
{
    const std::optional<std::string> text = wording(item);
    if (!text || holdsNul(*text))
        return Wrong(u"Expected a text, a number, true or false; ask for documents with contains."_s);
    return form == Nested::Form::Number ? valueFromText(ColumnType::Number, *text) : sql::Value(*text);
}

Parsed ConditionParser::flag(const Target &target, const json::Value &value) const
{
    const std::optional<bool> set = truth(value);
    if (!set)
        return Wrong(u"Expected true or false."_s);
    return Condition{target.column, target.op->op, {}, *set == target.op->negated};
}

Parsed ConditionParser::match(const Target &target, const json::Value &value) const
{
    const FilterOperator &op = *target.op;
    const std::optional<std::string> text = wording(value);
    if (!text)
        return Wrong(u"Expected text."_s);
    if (holdsNul(*text))
        return Wrong(u"The character U+0000 cannot be stored or searched."_s);
    if (text->size() > longestPattern)
        return Wrong(u"Expected at most %1 bytes."_s.arg(longestPattern));
    if (op.operands == Operands::Pattern && !isPattern(*text))
        return Wrong(u"Expected something behind the last backslash; a backslash itself is written twice."_s);
    std::string pattern = patternOf(op.operands, *text);
    return Condition{target.column, op.op, {ignoresCase(op.op) ? folded(pattern) : std::move(pattern)}, op.negated};
}

Parsed ConditionParser::each(const Target &target, const json::Array &values) const
{
    if (values.empty())
        return Wrong(u"Expected a value."_s);
    Condition all{.op = Operator::And};
    for (const json::Value &value : values) {
        Parsed part = condition(target, value, Spelling::Json);
        if (!part)
            return part;
        all.parts.push_back(std::move(*part));
    }
    return all;
}

} // namespace tenantry::data
