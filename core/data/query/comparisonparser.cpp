// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/comparisonparser.h"

#include "core/base/fold.h"
#include "core/data/columntype.h"
#include "core/data/query/likepattern.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

using Wrong = tl::unexpected<QString>;

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

ComparisonParser::Parsed ComparisonParser::fromText(const ComparisonTarget &target, const QString &text) const
{
    return condition(target, json::Value(text), Spelling::Text);
}

ComparisonParser::Parsed ComparisonParser::fromJson(const ComparisonTarget &target, const json::Value &value) const
{
    return asksForEach(target, value) ? each(target, value.array()) : condition(target, value, Spelling::Json);
}

DataType ComparisonParser::typeOf(const ComparisonTarget &target) const
{
    return target.path.empty() ? m_table.columns[target.column].type : DataType(ColumnType::Any);
}

/// An array in place of one value asks for each of them, unless it can be the value.
bool ComparisonParser::asksForEach(const ComparisonTarget &target, const json::Value &value) const
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
std::optional<QString> ComparisonParser::mismatch(const ComparisonTarget &target) const
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

ComparisonParser::Parsed ComparisonParser::condition(ComparisonTarget target, const json::Value &value,
                                                     Spelling spelling) const
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

ComparisonParser::Parsed ComparisonParser::comparison(const ComparisonTarget &target, const json::Value &value,
                                                      Spelling spelling) const
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

ComparisonParser::Parsed ComparisonParser::compound(const ComparisonTarget &target, const json::Value &value,
                                                    Spelling spelling) const
{
    auto operands = compoundOperands(*target.op, typeOf(target), value, spelling);
    if (!operands)
        return Wrong(operands.error());
    Condition condition{target.column, target.op->op, std::move(*operands), target.op->negated};
    if (!target.path.empty())
        condition.nested = Nested{target.path, Nested::Form::Document};
    return condition;
}

ParsedValue ComparisonParser::operand(const ComparisonTarget &target, const json::Value &item, Spelling spelling) const
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

ParsedValue ComparisonParser::nestedOperand(Nested::Form form, const json::Value &item) const
{
    const std::optional<std::string> text = wording(item);
    if (!text || holdsNul(*text))
        return Wrong(u"Expected a text, a number, true or false; ask for documents with contains."_s);
    return form == Nested::Form::Number ? valueFromText(ColumnType::Number, *text) : sql::Value(*text);
}

ComparisonParser::Parsed ComparisonParser::flag(const ComparisonTarget &target, const json::Value &value) const
{
    const std::optional<bool> set = truth(value);
    if (!set)
        return Wrong(u"Expected true or false."_s);
    return Condition{target.column, target.op->op, {}, *set == target.op->negated};
}

ComparisonParser::Parsed ComparisonParser::match(const ComparisonTarget &target, const json::Value &value) const
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

ComparisonParser::Parsed ComparisonParser::each(const ComparisonTarget &target, const json::Array &values) const
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
