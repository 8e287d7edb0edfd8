// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/cel/typerules.h"

#include "core/access/cel/pattern.h"
#include "core/access/cel/token.h"

#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::access::cel {

namespace {

struct Signature
{
    std::string_view name;
    Function function;
    enum { Free = 1, Method = 2 };
    int forms;
    std::size_t operands;
    Type operand; ///< of each; Any: not looked at
    Type result;
};

constexpr std::array signatures{
    Signature{"size", Function::Size, Signature::Free | Signature::Method, 1, Type::Any, Type::Integer},
    Signature{"contains", Function::Contains, Signature::Method, 2, Type::Text, Type::Boolean},
    Signature{"startsWith", Function::StartsWith, Signature::Method, 2, Type::Text, Type::Boolean},
    Signature{"endsWith", Function::EndsWith, Signature::Method, 2, Type::Text, Type::Boolean},
    Signature{"matches", Function::Matches, Signature::Method, 2, Type::Text, Type::Boolean},
    Signature{"lowerAscii", Function::LowerAscii, Signature::Method, 1, Type::Text, Type::Text},
    Signature{"timestamp", Function::Timestamp, Signature::Free, 1, Type::Any, Type::Timestamp},
    Signature{"duration", Function::Duration, Signature::Free, 1, Type::Any, Type::Duration},
    Signature{"now", Function::Now, Signature::Free, 0, Type::Any, Type::Timestamp},
    Signature{"hasIntersection", Function::HasIntersection, Signature::Free | Signature::Method, 2, Type::List,
              Type::Boolean},
    Signature{"intersect", Function::Intersect, Signature::Free | Signature::Method, 2, Type::List, Type::List},
    Signature{"except", Function::Except, Signature::Free | Signature::Method, 2, Type::List, Type::List},
};

bool isNumber(Type type)
{
    return type == Type::Integer || type == Type::Real;
}

bool may(Type type, Type wanted)
{
    return type == Type::Any || type == wanted;
}

Error misfit(const Expression &node)
{
    QStringList types;
    for (const Expression &operand : node.operands)
        types.append(nameOf(operand.type));
    return problemAt(node.position, u"this does not go with %1"_s.arg(types.join(u" and "_s)));
}

Result<Type> typeOfSum(const Expression &node)
{
    const Type left = node.operands[0].type;
    const Type right = node.operands[1].type;
    if (left == Type::Any || right == Type::Any)
        return Type::Any;
    if (isNumber(left) && isNumber(right))
        return left == right ? left : Type::Real;
    const bool joins = node.op == Op::Add && (left == Type::Text || left == Type::List) && left == right;
    if (joins)
        return left;
    const bool times =
        (left == Type::Timestamp || left == Type::Duration) && (right == Type::Timestamp || right == Type::Duration);
    const bool twoTimes = left == Type::Timestamp && right == Type::Timestamp;
    if (!times || (twoTimes && node.op == Op::Add) ||
        (left == Type::Duration && right == Type::Timestamp && node.op == Op::Subtract))
        return failure(misfit(node));
    return twoTimes || left == right ? Type::Duration : Type::Timestamp;
}

Result<Type> typeOfProduct(const Expression &node)
{
    const Type left = node.operands[0].type;
    const Type right = node.operands[1].type;
    const auto fits = [&](Type type) {
        return type == Type::Any || (node.op == Op::Modulo ? type == Type::Integer : isNumber(type));
    };
    if (!fits(left) || !fits(right))
        return failure(misfit(node));
    if (left == Type::Any || right == Type::Any)
        return Type::Any;
    return left == right ? left : Type::Real;
}

bool areComparable(Type left, Type right, bool ordered)
{
    if (left == Type::Any || right == Type::Any || (isNumber(left) && isNumber(right)))
        return true;
    if (ordered)
        return left == right && left != Type::Null && left != Type::List && left != Type::Map;
    return left == right || left == Type::Null || right == Type::Null;
}

Result<void> checkComparison(const Expression &node)
{
    const Type left = node.operands[0].type;
    const Type right = node.operands[1].type;
    bool fits = false;
    switch (node.op) {
    case Op::In:
        fits = right == Type::Any || right == Type::List || right == Type::Map;
        break;
    case Op::Equal:
    case Op::NotEqual:
        fits = areComparable(left, right, false);
        break;
    default:
        fits = areComparable(left, right, true) && std::ranges::none_of(node.operands, [](const Expression &operand) {
                   return operand.type == Type::Null || operand.type == Type::List || operand.type == Type::Map;
               });
        break;
    }
    if (!fits)
        return failure(misfit(node));
    return {};
}

Result<void> requireBooleans(const Expression &node, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i) {
        if (!may(node.operands[i].type, Type::Boolean))
            return failure(
                problemAt(node.operands[i].position,
                          u"a condition is true or false, and this gives %1"_s.arg(nameOf(node.operands[i].type))));
    }
    return {};
}

Result<void> checkIndex(const Expression &node)
{
    const Type container = node.operands[0].type;
    const bool list = container == Type::List && may(node.operands[1].type, Type::Integer);
    if (!list && container != Type::Map && container != Type::Any)
        return failure(misfit(node));
    return {};
}

Type typeOfChoice(const Expression &node)
{
    const Type then = node.operands[1].type;
    return then == node.operands[2].type ? then : Type::Any;
}

Result<void> giveTypeOfMacro(Expression &node)
{
    const Type range = node.operands[0].type;
    if (range != Type::Any && range != Type::List && range != Type::Map)
        return failure(
            problemAt(node.position, u"only lists and maps have elements, and this is %1"_s.arg(nameOf(range))));
    const bool collects = node.macro == Macro::Filter || node.macro == Macro::Map || node.macro == Macro::FilterMap;
    if (node.macro != Macro::Map && !may(node.operands[1].type, Type::Boolean))
        return failure(problemAt(node.operands[1].position, u"a condition is true or false, and this gives %1"_s.arg(
                                                                nameOf(node.operands[1].type))));
    node.type = collects ? Type::List : Type::Boolean;
    return {};
}

} // namespace

QString nameOf(Type type)
{
    switch (type) {
    case Type::Any:
        return u"anything"_s;
    case Type::Null:
        return u"null"_s;
    case Type::Boolean:
        return u"a boolean"_s;
    case Type::Integer:
        return u"an integer"_s;
    case Type::Real:
        return u"a number"_s;
    case Type::Text:
        return u"a text"_s;
    case Type::List:
        return u"a list"_s;
    case Type::Map:
        return u"a map"_s;
    case Type::Timestamp:
        return u"a time"_s;
    case Type::Duration:
        return u"a duration"_s;
    }
    return {};
}

Result<void> giveType(Expression &node)
{
    switch (node.op) {
    case Op::Select:
    case Op::Has:
        if (!may(node.operands[0].type, Type::Map))
            return failure(problemAt(node.position,
                                     u"only maps have members, and this is %1"_s.arg(nameOf(node.operands[0].type))));
        node.type = node.op == Op::Has ? Type::Boolean : node.type;
        return {};
    case Op::Index:
        return checkIndex(node);
    case Op::List:
        node.type = Type::List;
        return {};
    case Op::Map:
        node.type = Type::Map;
        return {};
    case Op::Not:
    case Op::And:
    case Op::Or:
        node.type = Type::Boolean;
        return requireBooleans(node, node.operands.size());
    case Op::Conditional:
        node.type = typeOfChoice(node);
        return requireBooleans(node, 1);
    case Op::Negate:
        node.type = node.operands[0].type;
        if (node.type != Type::Any && !isNumber(node.type) && node.type != Type::Duration)
            return failure(misfit(node));
        return {};
    case Op::Add:
    case Op::Subtract:
        node.type = TRY(typeOfSum(node));
        return {};
    case Op::Multiply:
    case Op::Divide:
    case Op::Modulo:
        node.type = TRY(typeOfProduct(node));
        return {};
    case Op::Macro:
        return giveTypeOfMacro(node);
    default:
        node.type = Type::Boolean;
        return checkComparison(node);
    }
}

Result<void> giveFunction(Expression &call)
{
    const int form = call.op == Op::MethodCall ? Signature::Method : Signature::Free;
    const auto found = std::ranges::find_if(signatures, [&](const Signature &known) {
        return known.name == call.text && (known.forms & form) != 0 && known.operands == call.operands.size();
    });
    const QString name = QString::fromStdString(call.text);
    if (found == signatures.end()) {
        const bool known =
            std::ranges::any_of(signatures, [&](const Signature &item) { return item.name == call.text; });
        return failure(problemAt(call.position, known ? u"%1() is not called like this"_s.arg(name)
                                                      : u"there is no function %1() in conditions"_s.arg(name)));
    }
    for (const Expression &operand : call.operands) {
        if (found->operand != Type::Any && !may(operand.type, found->operand))
            return failure(problemAt(operand.position, u"%1() takes %2 and not %3"_s.arg(name, nameOf(found->operand),
                                                                                         nameOf(operand.type))));
    }
    call.op = Op::Function;
    call.function = found->function;
    call.type = found->result;
    const bool fixed = call.function == Function::Matches && call.operands[1].op == Op::Literal;
    if (!fixed)
        return {};
    call.pattern = compiledPattern(call.operands[1].text);
    if (!call.pattern)
        return failure(problemAt(call.operands[1].position, u"this pattern is malformed or too large"_s));
    return {};
}

} // namespace tenantry::access::cel
