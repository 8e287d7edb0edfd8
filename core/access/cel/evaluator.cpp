// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/cel/evaluator.h"

#include "core/access/cel/arithmetic.h"
#include "core/access/cel/pattern.h"
#include "core/base/datetime.h"

#include <re2/re2.h>

#include <algorithm>

namespace tenantry::access::cel {

namespace {

using Kind = Value::Kind;

constexpr const char *exhausted = "the condition asks for too much";

/// The member of a map with that name.
Value memberOf(const Value &map, std::string_view name)
{
    if (!map.isMap())
        return Value::failure("only maps have members");
    return map.find(Value::text(name)).value_or(Value::failure("there is no such member"));
}

Value elementOf(const Value &list, const Value &index)
{
    if (index.kind() != Kind::Integer)
        return Value::failure("a list is indexed by integers");
    if (index.integer() < 0 || std::size_t(index.integer()) >= list.size())
        return Value::failure("the index is outside of the list");
    return list.at(std::size_t(index.integer()));
}

bool holds(const Value &list, const Value &item)
{
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (areEqual(list.at(i), item))
            return true;
    }
    return false;
}

Value among(const Value &item, const Value &container)
{
    if (container.isList())
        return Value::boolean(holds(container, item));
    if (container.isMap())
        return Value::boolean(container.find(item).has_value());
    return Value::failure("only lists and maps hold something");
}

bool isThus(Op op, std::partial_ordering order)
{
    switch (op) {
    case Op::Less:
        return std::is_lt(order);
    case Op::LessOrEqual:
        return std::is_lteq(order);
    case Op::Greater:
        return std::is_gt(order);
    default:
        return std::is_gteq(order);
    }
}

Value ofLiteral(const Expression &expression)
{
    switch (expression.type) {
    case Type::Boolean:
        return Value::boolean(expression.integer != 0);
    case Type::Integer:
        return Value::integer(expression.integer);
    case Type::Real:
        return Value::real(expression.real);
    case Type::Text:
        return Value::text(expression.text);
    default:
        return Value::null();
    }
}

const json::Value &orEmptyMap(const json::Value *value)
{
    static const json::Value none{json::Object()};
    return value ? *value : none;
}

Value textFunction(Function function, std::string_view text, std::string_view part)
{
    switch (function) {
    case Function::Contains:
        return Value::boolean(text.find(part) != std::string_view::npos);
    case Function::StartsWith:
        return Value::boolean(text.starts_with(part));
    default:
        return Value::boolean(text.ends_with(part));
    }
}

Value timestampOf(const Value &value)
{
    if (value.kind() == Kind::Timestamp)
        return value;
    if (value.kind() != Kind::Text)
        return Value::failure("timestamp() takes a text");
    const Result<Micros> time = parseDateTime(value.text());
    return time ? Value::timestamp(*time) : Value::failure("the text is no time");
}

Value durationFrom(const Value &value)
{
    if (value.kind() == Kind::Duration)
        return value;
    if (value.kind() != Kind::Text)
        return Value::failure("duration() takes a text");
    const auto duration = durationOf(value.text());
    return duration ? Value::duration(*duration) : Value::failure("the text is no duration");
}

Value sizeOf(const Value &value)
{
    if (value.kind() != Kind::Text && !value.isList() && !value.isMap())
        return Value::failure("only texts, lists and maps have a size");
    return Value::integer(std::int64_t(value.size()));
}

} // namespace

Value Evaluator::evaluate(const Expression &expression)
{
    m_steps = 0;
    return evaluated(expression);
}

Value Evaluator::evaluated(const Expression &expression)
{
    if (++m_steps > mostSteps)
        return Value::failure(exhausted);
    switch (expression.op) {
    case Op::Literal:
        return ofLiteral(expression);
    case Op::Constant:
        return Value::of(*expression.constant);
    case Op::Principal:
        return Value::of(orEmptyMap(m_subject.principal));
    case Op::Resource:
        return Value::of(orEmptyMap(m_subject.resource));
    case Op::Auxiliary:
        return Value::of(orEmptyMap(m_subject.auxiliary));
    case Op::Variable:
        return m_slots[std::size_t(expression.integer)];
    case Op::Select:
        return select(expression);
    case Op::Has:
        return has(expression);
    case Op::Index:
        return index(expression);
    case Op::List:
        return list(expression);
    case Op::Map:
        return map(expression);
    case Op::Not:
    case Op::And:
    case Op::Or:
    case Op::Conditional:
        return logic(expression);
    case Op::Negate:
    case Op::Add:
    case Op::Subtract:
    case Op::Multiply:
    case Op::Divide:
    case Op::Modulo:
        return arithmetic(expression);
    case Op::Equal:
    case Op::NotEqual:
    case Op::Less:
    case Op::LessOrEqual:
    case Op::Greater:
    case Op::GreaterOrEqual:
    case Op::In:
        return relation(expression);
    case Op::Function:
        return function(expression);
    case Op::Macro:
        return macro(expression);
    case Op::Name:
    case Op::Call:
    case Op::MethodCall:
        break; // resolved before
    }
    return Value::failure("the expression is not resolved");
}

Value Evaluator::select(const Expression &expression)
{
    const Value of = evaluated(expression.operands[0]);
    return of.failed() ? of : memberOf(of, expression.text);
}

Value Evaluator::has(const Expression &expression)
{
    const Value of = evaluated(expression.operands[0]);
    if (of.failed())
        return of;
    if (!of.isMap())
        return Value::failure("only maps have members");
    return Value::boolean(of.find(Value::text(expression.text)).has_value());
}

Value Evaluator::index(const Expression &expression)
{
    const Value of = evaluated(expression.operands[0]);
    const Value at = evaluated(expression.operands[1]);
    if (of.failed() || at.failed())
        return of.failed() ? of : at;
    if (of.isList())
        return elementOf(of, at);
    if (of.isMap())
        return of.find(at).value_or(Value::failure("there is no such member"));
    return Value::failure("only lists and maps are indexed");
}

Value Evaluator::list(const Expression &expression)
{
    Value *items = room<Value>(expression.operands.size());
    if (!items)
        return Value::failure(exhausted);
    for (std::size_t i = 0; i < expression.operands.size(); ++i) {
        new (items + i) Value(evaluated(expression.operands[i]));
        if (items[i].failed())
            return items[i];
    }
    return Value::list({items, expression.operands.size()});
}

Value Evaluator::map(const Expression &expression)
{
    const std::size_t count = expression.operands.size() / 2;
    Entry *entries = room<Entry>(count);
    if (!entries)
        return Value::failure(exhausted);
    for (std::size_t i = 0; i < count; ++i) {
        new (entries + i) Entry{evaluated(expression.operands[2 * i]), evaluated(expression.operands[2 * i + 1])};
        const auto &[key, value] = entries[i];
        if (key.failed() || value.failed())
            return key.failed() ? key : value;
        if (key.kind() != Kind::Text && key.kind() != Kind::Integer && key.kind() != Kind::Boolean)
            return Value::failure("a key is a text, an integer or a boolean");
        if (Value::map({entries, i}).find(key))
            return Value::failure("a key stands twice in a map");
    }
    return Value::map({entries, count});
}

Value Evaluator::logic(const Expression &expression)
{
    const auto truthOf = [this](const Expression &part) {
        const Value value = evaluated(part);
        return value.failed() || value.kind() == Kind::Boolean ? value : Value::failure("a condition is true or false");
    };
    if (expression.op == Op::Not) {
        const Value value = truthOf(expression.operands[0]);
        return value.failed() ? value : Value::boolean(!value.truth());
    }
    if (expression.op == Op::Conditional) {
        const Value condition = truthOf(expression.operands[0]);
        return condition.failed() ? condition : evaluated(expression.operands[condition.truth() ? 1 : 2]);
    }
    // What decides decides, whatever else fails.
    const bool deciding = expression.op == Op::Or;
    Value result = Value::boolean(!deciding);
    for (const Expression &part : expression.operands) {
        const Value value = truthOf(part);
        if (!value.failed() && value.truth() == deciding)
            return value;
        if (value.failed())
            result = value;
    }
    return result;
}

Value Evaluator::arithmetic(const Expression &expression)
{
    const Value left = evaluated(expression.operands[0]);
    if (left.failed())
        return left;
    if (expression.op == Op::Negate)
        return negated(left);
    const Value right = evaluated(expression.operands[1]);
    if (right.failed())
        return right;
    if (expression.op == Op::Add && left.kind() == right.kind() && left.kind() == Kind::Text)
        return joined(left, right);
    if (expression.op == Op::Add && left.isList() && right.isList())
        return joined(left, right);
    return calculated(expression.op, left, right);
}

Value Evaluator::joined(const Value &left, const Value &right)
{
    if (left.kind() == Kind::Text) {
        const std::size_t size = left.text().size() + right.text().size();
        char *text = room<char>(size);
        if (!text)
            return Value::failure(exhausted);
        std::ranges::copy(right.text(), std::ranges::copy(left.text(), text).out);
        return Value::text({text, size});
    }
    const std::size_t size = left.size() + right.size();
    Value *items = room<Value>(size);
    if (!items)
        return Value::failure(exhausted);
    for (std::size_t i = 0; i < size; ++i)
        new (items + i) Value(i < left.size() ? left.at(i) : right.at(i - left.size()));
    m_steps += int(size);
    return Value::list({items, size});
}

Value Evaluator::relation(const Expression &expression)
{
    const Value left = evaluated(expression.operands[0]);
    const Value right = evaluated(expression.operands[1]);
    if (left.failed() || right.failed())
        return left.failed() ? left : right;
    for (const Value &value : {left, right}) // what is compared costs, too
        m_steps += value.isList() || value.isMap() ? int(std::min<std::size_t>(value.size(), mostSteps)) : 0;
    switch (expression.op) {
    case Op::Equal:
        return Value::boolean(areEqual(left, right));
    case Op::NotEqual:
        return Value::boolean(!areEqual(left, right));
    case Op::In:
        return among(left, right);
    default:
        break;
    }
    const auto order = compare(left, right);
    return order ? Value::boolean(isThus(expression.op, *order)) : Value::failure("the two have no order");
}

Value Evaluator::function(const Expression &expression)
{
    if (expression.function == Function::Now)
        return Value::timestamp(m_subject.now);
    const Value first = evaluated(expression.operands[0]);
    const Value second = expression.operands.size() > 1 ? evaluated(expression.operands[1]) : Value::null();
    if (first.failed() || second.failed())
        return first.failed() ? first : second;
    const bool texts = first.kind() == Kind::Text && second.kind() == Kind::Text;
    switch (expression.function) {
    case Function::Size:
        return sizeOf(first);
    case Function::Timestamp:
        return timestampOf(first);
    case Function::Duration:
        return durationFrom(first);
    case Function::LowerAscii:
        return first.kind() == Kind::Text ? lowered(first.text()) : Value::failure("lowerAscii() is of texts");
    case Function::Contains:
    case Function::StartsWith:
    case Function::EndsWith:
        return texts ? textFunction(expression.function, first.text(), second.text())
                     : Value::failure("only texts contain texts");
    case Function::Matches:
        return texts ? matches(expression, first.text(), second.text()) : Value::failure("only texts match patterns");
    default:
        return sets(expression.function, first, second);
    }
}

Value Evaluator::matches(const Expression &expression, std::string_view text, std::string_view pattern)
{
    const re2::StringPiece subject(text.data(), text.size());
    if (expression.pattern)
        return Value::boolean(RE2::PartialMatch(subject, *expression.pattern));
    m_steps += mostSteps / 100; // to compile one costs
    if (m_steps > mostSteps)
        return Value::failure(exhausted);
    const auto compiled = compiledPattern(pattern);
    return compiled ? Value::boolean(RE2::PartialMatch(subject, *compiled))
                    : Value::failure("the pattern is malformed");
}

Value Evaluator::lowered(std::string_view text)
{
    char *copy = room<char>(text.size());
    if (!copy)
        return Value::failure(exhausted);
    std::ranges::transform(text, copy, [](char c) { return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c; });
    return Value::text({copy, text.size()});
}

Value Evaluator::sets(Function function, const Value &left, const Value &right)
{
    if (!left.isList() || !right.isList())
        return Value::failure("only lists have an intersection");
    Value *items = room<Value>(function == Function::HasIntersection ? 0 : left.size());
    if (!items && function != Function::HasIntersection)
        return Value::failure(exhausted);
    std::size_t count = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        m_steps += int(std::min<std::size_t>(right.size(), mostSteps)) + 1;
        if (m_steps > mostSteps)
            return Value::failure(exhausted);
        const Value item = left.at(i);
        const bool shared = holds(right, item);
        if (function == Function::HasIntersection && shared)
            return Value::boolean(true);
        if (function != Function::HasIntersection && shared == (function == Function::Intersect))
            new (items + count++) Value(item);
    }
    return function == Function::HasIntersection ? Value::boolean(false) : Value::list({items, count});
}

Value Evaluator::macro(const Expression &expression)
{
    const Value range = evaluated(expression.operands[0]);
    if (range.failed())
        return range;
    if (!range.isList() && !range.isMap())
        return Value::failure("only lists and maps have elements");
    const bool collects =
        expression.macro == Macro::Filter || expression.macro == Macro::Map || expression.macro == Macro::FilterMap;
    return collects ? collected(expression, range) : quantified(expression, range);
}

Value Evaluator::quantified(const Expression &expression, const Value &range)
{
    const bool one = expression.macro == Macro::ExistsOne;
    const bool deciding = expression.macro == Macro::Exists;
    Value result = Value::boolean(!deciding);
    int found = 0;
    for (std::size_t i = 0; i < range.size(); ++i) {
        bind(expression.integer, range.isList() ? range.at(i) : range.keyAt(i));
        Value value = evaluated(expression.operands[1]);
        if (!value.failed() && value.kind() != Kind::Boolean)
            value = Value::failure("a condition is true or false");
        if (value.failed() && (one || m_steps > mostSteps))
            return value;
        if (value.failed())
            result = value;
        else if (one)
            found += value.truth() ? 1 : 0;
        else if (value.truth() == deciding)
            return value;
    }
    return one ? Value::boolean(found == 1) : result;
}

Value Evaluator::collected(const Expression &expression, const Value &range)
{
    Value *items = room<Value>(range.size());
    if (!items)
        return Value::failure(exhausted);
    std::size_t count = 0;
    for (std::size_t i = 0; i < range.size(); ++i) {
        const Value element = range.isList() ? range.at(i) : range.keyAt(i);
        bind(expression.integer, element);
        if (expression.macro != Macro::Map) {
            const Value wanted = evaluated(expression.operands[1]);
            if (wanted.failed())
                return wanted;
            if (wanted.kind() != Kind::Boolean)
                return Value::failure("a condition is true or false");
            if (!wanted.truth())
                continue;
        }
        const Value item = expression.macro == Macro::Filter ? element : evaluated(expression.operands.back());
        if (item.failed())
            return item;
        new (items + count++) Value(item);
    }
    return Value::list({items, count});
}

} // namespace tenantry::access::cel
