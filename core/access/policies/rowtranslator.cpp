// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/policies/rowtranslator.h"

#include "core/access/policies/predicateliteral.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace tenantry::access {

namespace {

using cel::Expression;
using cel::Op;
using cel::Value;
using Kind = Predicate::Kind;

/// A list in a condition may have so many elements: each is a condition on the row, and engines take only so many.
constexpr std::size_t mostChoices = 500;

// The years 1 to 9999, in which all columns are.
constexpr Micros earliest = -62'135'596'800'000'000;
constexpr Micros latest = 253'402'300'799'999'999;

struct Relation
{
    Op op;
    Kind kind;
    Kind opposite;
    Op mirrored; ///< with its sides exchanged
};

constexpr std::array relations{
    Relation{Op::Equal, Kind::Equal, Kind::NotEqual, Op::Equal},
    Relation{Op::NotEqual, Kind::NotEqual, Kind::Equal, Op::NotEqual},
    Relation{Op::Less, Kind::Less, Kind::GreaterOrEqual, Op::Greater},
    Relation{Op::LessOrEqual, Kind::LessOrEqual, Kind::Greater, Op::GreaterOrEqual},
    Relation{Op::Greater, Kind::Greater, Kind::LessOrEqual, Op::Less},
    Relation{Op::GreaterOrEqual, Kind::GreaterOrEqual, Kind::Less, Op::LessOrEqual},
};

const Relation &relationOf(Op op)
{
    return *std::ranges::find_if(relations, [op](const Relation &relation) { return relation.op == op; });
}

/// The elements of a list, or the keys of a map.
std::vector<Value> elementsOf(const Value &value)
{
    std::vector<Value> elements;
    for (std::size_t i = 0; i < value.size(); ++i)
        elements.push_back(value.isList() ? value.at(i) : value.keyAt(i));
    return elements;
}

bool isTime(const Value &value)
{
    return value.kind() == Value::Kind::Timestamp || value.kind() == Value::Kind::Duration;
}

std::optional<std::int64_t> sum(std::int64_t left, std::int64_t right)
{
    std::int64_t result = 0;
    return __builtin_add_overflow(left, right, &result) ? std::nullopt : std::optional(result);
}

std::optional<std::int64_t> difference(std::int64_t left, std::int64_t right)
{
    std::int64_t result = 0;
    return __builtin_sub_overflow(left, right, &result) ? std::nullopt : std::optional(result);
}

} // namespace

/// A side of a comparison: a constant, a column, or a time made of one.
struct RowTranslator::Operand
{
    enum class Form {
        Constant,
        Column,
        Derived, ///< what is made of the row: its size, its key ...
        Time,    ///< the time of the column, or the opposite of it, and so many microseconds more
        Unknown, ///< cannot be translated
    };

    Form form = Form::Unknown;
    Value value = Value::null();
    std::string column = {};
    std::optional<Predicate> derived = {};
    bool reversed = false;
    std::int64_t offset = 0;
    cel::Type type = cel::Type::Any; ///< of a Time: a Timestamp or a Duration
};

Truth RowTranslator::truthOf(const Match &match)
{
    if (match.kind == Match::Kind::Expression)
        return truthOf(match.expression);
    std::vector<Truth> parts;
    for (const Match &part : match.parts)
        parts.push_back(truthOf(part));
    if (match.kind == Match::Kind::All)
        return allOf(std::move(parts));
    const Truth any = anyOf(std::move(parts));
    return match.kind == Match::Kind::Any ? any : opposite(any);
}

Truth RowTranslator::truthOf(const Expression &expression)
{
    if (!expression.ofRow)
        return constant(expression);
    switch (expression.op) {
    case Op::Not:
    case Op::And:
    case Op::Or:
    case Op::Conditional:
        return logic(expression);
    case Op::Equal:
    case Op::NotEqual:
    case Op::Less:
    case Op::LessOrEqual:
    case Op::Greater:
    case Op::GreaterOrEqual:
        return comparison(expression);
    case Op::In:
        return membership(expression);
    case Op::Function:
        return function(expression);
    case Op::Macro:
        return macro(expression);
    case Op::Has:
        if (expression.operands[0].op == Op::Select && expression.operands[0].operands[0].op == Op::Resource)
            return rows(Predicate::present(expression.text), Predicate::any({}));
        break;
    default:
        break;
    }
    const std::string column = columnOf(expression);
    if (column.empty())
        return untranslatable(expression, u"only a column can be true or false by itself"_s);
    return rows(Predicate::compare(Kind::Equal, Predicate::column(column), Predicate::literal(true)),
                Predicate::compare(Kind::Equal, Predicate::column(column), Predicate::literal(false)));
}

Truth RowTranslator::constant(const Expression &expression)
{
    if (validates()) // either way, so that nothing beside it is passed over
        return Truth::ofRows(Predicate::anything(), Predicate::anything());
    const Value value = m_evaluator.evaluate(expression);
    return value.kind() == Value::Kind::Boolean ? Truth::of(value.truth()) : Truth::failure();
}

Truth RowTranslator::logic(const Expression &expression)
{
    std::vector<Truth> parts;
    for (const Expression &operand : expression.operands)
        parts.push_back(truthOf(operand));
    switch (expression.op) {
    case Op::Not:
        return opposite(parts[0]);
    case Op::And:
        return allOf(std::move(parts));
    case Op::Or:
        return anyOf(std::move(parts));
    default:
        break;
    }
    const auto chosen = [&](auto outcome) {
        return anyOf(std::vector{allOf(std::vector{parts[0].whenTrue(), outcome(parts[1])}),
                                 allOf(std::vector{parts[0].whenFalse(), outcome(parts[2])})});
    };
    return Truth::ofRows(chosen([](const Truth &part) { return part.whenTrue(); }),
                         chosen([](const Truth &part) { return part.whenFalse(); }));
}

Truth RowTranslator::comparison(const Expression &expression)
{
    const Operand left = operandOf(expression.operands[0]);
    const Operand right = operandOf(expression.operands[1]);
    if (left.form == Operand::Form::Unknown || right.form == Operand::Form::Unknown)
        return untranslatable(expression, u"compare columns (R.attr.x, timestamp(R.attr.x)) with each other or with "
                                          "what does not depend on the row"_s);
    const bool derives = left.form == Operand::Form::Derived || right.form == Operand::Form::Derived;
    if (derives && left.form != Operand::Form::Constant && right.form != Operand::Form::Constant)
        return untranslatable(expression, u"compare size(), lowerAscii() and R.id with what does not depend on the "
                                          "row"_s);
    const bool constantFirst = left.form == Operand::Form::Constant;
    return constantFirst ? compared(relationOf(expression.op).mirrored, right, left)
                         : compared(expression.op, left, right);
}

/// `left` is no constant.
Truth RowTranslator::compared(Op op, const Operand &left, const Operand &right)
{
    using Form = Operand::Form;
    const auto both = [&](const Relation &relation, const Predicate &column, const Predicate &other) {
        return rows(Predicate::compare(relation.kind, column, other),
                    Predicate::compare(relation.opposite, column, other));
    };
    if (right.form == Form::Constant && right.value.failed() && !validates())
        return Truth::failure();
    if (left.form == Form::Time) {
        const Predicate moment = Predicate::moment(left.column);
        if (validates())
            return both(relationOf(op), moment, Predicate::anything());
        const auto wanted = left.type == cel::Type::Duration ? Value::Kind::Duration : Value::Kind::Timestamp;
        if (right.form != Form::Constant || right.value.kind() != wanted)
            return Truth::failure();
        const auto bound = left.reversed ? difference(left.offset, right.value.integer())
                                         : difference(right.value.integer(), left.offset);
        if (!bound)
            return Truth::failure();
        return both(relationOf(left.reversed ? relationOf(op).mirrored : op), moment,
                    Predicate::literal(std::clamp(*bound, earliest, latest)));
    }
    const Predicate column = left.derived ? *left.derived : Predicate::column(left.column);
    if (right.form == Form::Column)
        return both(relationOf(op), column, Predicate::column(right.column));
    if (right.form == Form::Time)
        return Truth::failure(); // a text and a time have no order; the policy was not written while this was so
    if (validates())
        return both(relationOf(op), column, Predicate::anything());
    const auto literal = literalOf(right.value);
    return literal ? both(relationOf(op), column, *literal) : Truth::failure();
}

RowTranslator::Operand RowTranslator::operandOf(const Expression &expression)
{
    if (!expression.ofRow)
        return {.form = Operand::Form::Constant,
                .value = validates() ? Value::null() : m_evaluator.evaluate(expression)};
    if (const auto derived = derivedOf(expression))
        return {.form = Operand::Form::Derived, .derived = derived};
    const std::string column = columnOf(expression);
    return column.empty() ? timeOf(expression) : Operand{.form = Operand::Form::Column, .column = column};
}

/// `timestamp(R.attr.x)`, and sums and differences of it with a constant.
RowTranslator::Operand RowTranslator::timeOf(const Expression &expression)
{
    Operand time{.form = Operand::Form::Time};
    if (expression.op == Op::Function && expression.function == cel::Function::Timestamp) {
        time.column = columnOf(expression.operands[0]);
        time.type = cel::Type::Timestamp;
        return time.column.empty() ? Operand() : time;
    }
    if (expression.op != Op::Add && expression.op != Op::Subtract)
        return {};
    const bool constantFirst = !expression.operands[0].ofRow;
    const Expression &known = expression.operands[constantFirst ? 0 : 1];
    const Expression &unknown = expression.operands[constantFirst ? 1 : 0];
    time = known.ofRow ? Operand() : timeOf(unknown);
    if (time.form != Operand::Form::Time || validates())
        return time;
    const Value value = m_evaluator.evaluate(known);
    if (!isTime(value))
        return {};
    const bool isDifference = expression.op == Op::Subtract;
    const bool reverses = isDifference && constantFirst;
    const auto offset = reverses       ? difference(value.integer(), time.offset)
                        : isDifference ? difference(time.offset, value.integer())
                                       : sum(time.offset, value.integer());
    if (!offset)
        return {};
    time.offset = *offset;
    time.reversed = time.reversed != reverses;
    if (value.kind() == Value::Kind::Timestamp)
        time.type = isDifference ? cel::Type::Duration : cel::Type::Timestamp;
    return time;
}

/// What is asked of the row for each element of the list, validated once and counted as often.
template<class Ask>
Truth RowTranslator::eachOf(const Expression &list, Ask ask)
{
    const std::size_t size = knownSize(list);
    if (size > mostChoices)
        return untranslatable(list, u"a list to compare rows with has at most %1 elements"_s.arg(mostChoices));
    const std::size_t outside = std::exchange(m_times, std::min(m_times * size, mostComparisons + 1));
    const Truth truth = ask();
    m_times = outside;
    return truth;
}

Truth RowTranslator::membership(const Expression &expression)
{
    const Expression &item = expression.operands[0];
    const Expression &container = expression.operands[1];
    if (!item.ofRow && container.ofRow && !columnOf(container).empty())
        return held(container, item);
    const Operand operand = operandOf(item);
    const bool ofRow = operand.form == Operand::Form::Column || operand.form == Operand::Form::Derived;
    if (ofRow && !container.ofRow && !validates())
        return among(operand, m_evaluator.evaluate(container));
    if (ofRow && !container.ofRow) {
        return eachOf(container,
                      [&] { return compared(Op::Equal, operand, Operand{.form = Operand::Form::Constant}); });
    }
    const bool translatable = container.op == Op::List && container.operands.size() <= mostChoices &&
                              (operand.form == Operand::Form::Column || operand.form == Operand::Form::Constant);
    if (!translatable)
        return untranslatable(expression, u"'in' looks for a column among what does not depend on the row, or for "
                                          "something that does not depend on the row in the list of a column"_s);
    std::vector<Truth> choices;
    for (const Expression &choice : container.operands) {
        const Operand other = operandOf(choice);
        if (other.form != Operand::Form::Column && other.form != Operand::Form::Constant)
            return untranslatable(choice,
                                  u"a list to look in is made of columns and of what does not depend on the row"_s);
        if (other.value.failed() || operand.value.failed())
            return Truth::failure();
        if (other.form == Operand::Form::Constant && operand.form == Operand::Form::Constant)
            choices.push_back(validates() ? constant(choice) : Truth::of(areEqual(operand.value, other.value)));
        else if (operand.form == Operand::Form::Constant)
            choices.push_back(compared(Op::Equal, other, operand));
        else
            choices.push_back(compared(Op::Equal, operand, other));
    }
    return anyOf(std::move(choices));
}

Truth RowTranslator::among(const Operand &item, const Value &choices)
{
    if ((!choices.isList() && !choices.isMap()) || choices.size() > mostChoices)
        return Truth::failure();
    std::vector<Truth> parts;
    // Without a value it is not even none of nothing.
    if (item.derived)
        parts.push_back(
            rows(Predicate::any({}), Predicate::compare(Kind::NotEqual, *item.derived, Predicate::literal({}))));
    for (const Value &choice : elementsOf(choices))
        parts.push_back(compared(Op::Equal, item, Operand{.form = Operand::Form::Constant, .value = choice}));
    return anyOf(std::move(parts));
}

Truth RowTranslator::held(const Expression &list, const Expression &item)
{
    const Predicate column = Predicate::column(columnOf(list));
    const auto literal = validates() ? Predicate::anything() : literalOf(m_evaluator.evaluate(item));
    if (!literal)
        return Truth::failure();
    return rows(Predicate::member(Kind::Holds, column, *literal), Predicate::noMember(Kind::Holds, column, *literal));
}

Truth RowTranslator::function(const Expression &expression)
{
    using cel::Function;
    if (expression.function == Function::HasIntersection)
        return expression.operands[0].ofRow ? intersection(expression.operands[0], expression.operands[1])
                                            : intersection(expression.operands[1], expression.operands[0]);
    constexpr std::array kinds{std::pair{Function::Contains, Kind::Contains},
                               std::pair{Function::StartsWith, Kind::StartsWith},
                               std::pair{Function::EndsWith, Kind::EndsWith}};
    const auto kind =
        std::ranges::find_if(kinds, [&](const auto &known) { return known.first == expression.function; });
    const auto text = kind == kinds.end() ? std::nullopt : textOf(expression.operands[0]);
    if (!text || expression.operands[1].ofRow)
        return untranslatable(expression,
                              u"of functions only contains(), startsWith() and endsWith() of a column, with "
                              "a text that does not depend on the row, hasIntersection(), timestamp(), and "
                              "size() and lowerAscii() of a column can be asked of rows"_s);
    const Predicate &column = *text;
    Predicate literal = Predicate::anything();
    if (!validates()) {
        const Value part = m_evaluator.evaluate(expression.operands[1]);
        if (part.kind() != Value::Kind::Text)
            return Truth::failure();
        literal = Predicate::literal(part.text());
    }
    return rows(Predicate::member(kind->second, column, literal), Predicate::noMember(kind->second, column, literal));
}

Truth RowTranslator::intersection(const Expression &list, const Expression &items)
{
    const std::string name = columnOf(list);
    if (name.empty() || items.ofRow)
        return untranslatable(list, u"hasIntersection() takes a column and a list that does not depend on the row"_s);
    const Predicate column = Predicate::column(name);
    if (validates()) {
        return eachOf(items, [&] {
            return rows(Predicate::member(Kind::Holds, column, Predicate::anything()), Predicate::any({}));
        });
    }
    const Value choices = m_evaluator.evaluate(items);
    if (!choices.isList() || choices.size() > mostChoices)
        return Truth::failure();
    // No list shares anything with nothing; what is no list fails.
    std::vector<Predicate> shared;
    std::vector<Predicate> other{Predicate::compare(Kind::NotEqual, column, Predicate::literal({}))};
    m_comparisons += choices.size();
    for (const Value &choice : elementsOf(choices)) {
        if (const auto literal = literalOf(choice)) {
            shared.push_back(Predicate::member(Kind::Holds, column, *literal));
            other.push_back(Predicate::noMember(Kind::Holds, column, *literal));
        }
    }
    return rows(anyOf(std::move(shared)), allOf(std::move(other)));
}

/// `all` and `exists` over what does not depend on the row, with a condition that does, element by element.
Truth RowTranslator::macro(const Expression &expression)
{
    const bool all = expression.macro == cel::Macro::All;
    if (expression.operands[0].ofRow || (!all && expression.macro != cel::Macro::Exists))
        return untranslatable(expression, u"of macros only all() and exists() over a list that does not depend on the "
                                          "row can be asked of rows"_s);
    if (validates())
        return eachOf(expression.operands[0], [&] { return truthOf(expression.operands[1]); });
    const Value range = m_evaluator.evaluate(expression.operands[0]);
    if ((!range.isList() && !range.isMap()) || range.size() > mostChoices)
        return Truth::failure();
    std::vector<Truth> parts;
    for (const Value &element : elementsOf(range)) {
        m_evaluator.bind(expression.integer, element);
        parts.push_back(truthOf(expression.operands[1]));
        ++m_elements;
        if (isExhausted())
            return Truth::failure();
    }
    return all ? allOf(std::move(parts)) : anyOf(std::move(parts));
}

std::optional<Predicate> RowTranslator::derivedOf(const Expression &expression)
{
    if (expression.op == Op::Select && expression.text == "id" && expression.operands[0].op == Op::Resource)
        return Predicate::key();
    const bool derives = expression.op == Op::Function && (expression.function == cel::Function::Size ||
                                                           expression.function == cel::Function::LowerAscii);
    const std::string column = derives ? columnOf(expression.operands[0]) : std::string();
    if (column.empty())
        return {};
    return expression.function == cel::Function::Size ? Predicate::size(column) : Predicate::lower(column);
}

std::optional<Predicate> RowTranslator::textOf(const Expression &expression)
{
    const auto derived = derivedOf(expression);
    if (derived)
        return derived->kind() == Kind::Size ? std::nullopt : derived;
    const std::string column = columnOf(expression);
    return column.empty() ? std::nullopt : std::optional(Predicate::column(column));
}

/// `R.attr.x` and `R.attr["x"]`
std::string RowTranslator::columnOf(const Expression &expression)
{
    const bool selects = expression.op == Op::Select;
    const bool indexes = expression.op == Op::Index && expression.operands[1].op == Op::Literal &&
                         expression.operands[1].type == cel::Type::Text;
    if (!selects && !indexes)
        return {};
    const Expression &attributes = expression.operands[0];
    const bool ofRow =
        attributes.op == Op::Select && attributes.text == "attr" && attributes.operands[0].op == Op::Resource;
    if (!ofRow)
        return {};
    return selects ? expression.text : expression.operands[1].text;
}

Truth RowTranslator::rows(Predicate holds, Predicate fails)
{
    const bool wasExhausted = isExhausted();
    m_comparisons += m_times;
    if (isExhausted()) {
        if (validates() && !wasExhausted)
            m_problems.append(u"It compares each row more than %1 times."_s.arg(mostComparisons));
        return Truth::failure();
    }
    if (validates()) {
        m_used.push_back(holds);
        m_used.push_back(fails);
    }
    return Truth::ofRows(std::move(holds), std::move(fails));
}

std::size_t RowTranslator::knownSize(const Expression &list)
{
    if (list.op == Op::Constant && (list.constant->isArray() || list.constant->isObject()))
        return list.constant->isArray() ? list.constant->array().size() : list.constant->object().size();
    return list.op == Op::List ? list.operands.size() : 1;
}

Truth RowTranslator::untranslatable(const Expression &expression, const QString &why)
{
    m_problems.append(
        u"The part at character %1 cannot be asked of the rows of a table: %2."_s.arg(expression.position + 1)
            .arg(why));
    return Truth::failure();
}

} // namespace tenantry::access
