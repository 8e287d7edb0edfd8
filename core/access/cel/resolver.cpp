// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/cel/resolver.h"

#include "core/access/cel/parser.h"
#include "core/access/cel/token.h"
#include "core/access/cel/typerules.h"

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace tenantry::access::cel {

namespace {

constexpr std::array<std::string_view, 3> principalMembers{"id", "roles", "attr"};
constexpr std::array<std::string_view, 3> resourceMembers{"kind", "id", "attr"};

struct MacroName
{
    std::string_view name;
    std::size_t operands; ///< with what stands before the dot and the variable
    Macro macro;
};

constexpr std::array macros{
    MacroName{"all", 3, Macro::All},
    MacroName{"exists", 3, Macro::Exists},
    MacroName{"exists_one", 3, Macro::ExistsOne},
    MacroName{"filter", 3, Macro::Filter},
    MacroName{"map", 3, Macro::Map},
    MacroName{"map", 4, Macro::FilterMap},
};

/// Which whole a name, or a member of `request`, stands for.
std::optional<Op> rootOf(std::string_view name, bool ofRequest)
{
    if (name == (ofRequest ? "principal" : "P"))
        return Op::Principal;
    if (name == (ofRequest ? "resource" : "R"))
        return Op::Resource;
    if (ofRequest && (name == "auxData" || name == "aux"))
        return Op::Auxiliary;
    return {};
}

bool isVariables(std::string_view name)
{
    return name == "V" || name == "variables";
}

bool isConstants(std::string_view name)
{
    return name == "C" || name == "constants";
}

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

class Resolver
{
public:
    explicit Resolver(const Definitions &definitions)
        : m_definitions(definitions)
    {
    }

    Result<Expression> resolved(Expression node)
    {
        switch (node.op) {
        case Op::Literal:
        case Op::Constant:
        case Op::Principal:
        case Op::Resource:
        case Op::Auxiliary:
        case Op::Variable:
            return node;
        case Op::Name:
            return name(node);
        case Op::Select:
            return select(std::move(node));
        case Op::Call:
            return call(std::move(node));
        case Op::MethodCall:
            return methodCall(std::move(node));
        default:
            break;
        }
        Expression whole = TRY(withOperands(std::move(node)));
        TRY(giveType(whole));
        return whole;
    }

private:
    /// The node over its operands, each of them resolved.
    Result<Expression> withOperands(Expression node)
    {
        std::vector<Expression> operands;
        for (Expression &operand : node.operands)
            operands.push_back(TRY(resolved(std::move(operand))));
        Expression made = TRY(nodeOf(node.op, node.position, std::move(operands)));
        made.text = std::move(node.text);
        return made;
    }

    std::optional<std::int64_t> slotOf(std::string_view name) const
    {
        const auto found = std::find(m_variables.rbegin(), m_variables.rend(), name);
        if (found == m_variables.rend())
            return {};
        return std::distance(found, m_variables.rend()) - 1;
    }

    Expression root(Op op, std::size_t position) const
    {
        Expression whole{.op = op, .type = Type::Map, .position = position};
        whole.ofRow = op == Op::Resource;
        return whole;
    }

    Result<Expression> name(const Expression &node) const
    {
        if (const auto slot = slotOf(node.text))
            return Expression{.op = Op::Variable, .position = node.position, .integer = *slot};
        if (const auto op = rootOf(node.text, false))
            return root(*op, node.position);
        if (node.text == "request" || isVariables(node.text) || isConstants(node.text))
            return failure(problemAt(node.position, u"'%1' needs a member"_s.arg(text(node.text))));
        return failure(problemAt(node.position,
                                 u"there is no '%1'; conditions know P, R, V, C and request"_s.arg(text(node.text))));
    }

    /// A variable of the policy does not see those of the macros around it.
    Result<Expression> variable(const std::string &name, const Expression &parsed, std::size_t position)
    {
        if (std::ranges::find(m_used, name) != m_used.end())
            return failure(problemAt(position, u"the variable '%1' is made of itself"_s.arg(text(name))));
        m_used.push_back(name);
        auto around = std::exchange(m_variables, std::vector<std::string>(m_variables.size()));
        Expression made = TRY(resolved(parsed));
        m_variables = std::move(around);
        m_used.pop_back();
        return made;
    }

    Result<Expression> definition(const Expression &node, bool isVariable)
    {
        const auto &name = node.text;
        if (isVariable) {
            const auto found = m_definitions.variables.find(name);
            if (found != m_definitions.variables.end())
                return variable(name, found->second, node.position);
        } else if (const auto found = m_definitions.constants.find(name); found != m_definitions.constants.end()) {
            Expression constant{.op = Op::Constant, .position = node.position};
            constant.constant = found->second;
            return constant;
        }
        return failure(problemAt(
            node.position, (isVariable ? u"the policy has no variable '%1'"_s : u"the policy has no constant '%1'"_s)
                               .arg(text(name))));
    }

    /// Something that is written like a member and is none.
    Result<std::optional<Expression>> whole(const Expression &node)
    {
        const Expression &of = node.operands[0];
        if (of.op != Op::Name || slotOf(of.text))
            return std::optional<Expression>();
        if (isVariables(of.text) || isConstants(of.text))
            return std::optional(TRY(definition(node, isVariables(of.text))));
        if (of.text != "request")
            return std::optional<Expression>();
        if (const auto op = rootOf(node.text, true))
            return std::optional(root(*op, node.position));
        return failure(problemAt(node.position,
                                 u"a request has principal, resource and auxData, and no '%1'"_s.arg(text(node.text))));
    }

    Result<Expression> select(Expression node)
    {
        if (auto found = TRY(whole(node)))
            return *std::move(found);
        Expression made = TRY(withOperands(std::move(node)));
        const Op of = made.operands[0].op;
        if (of == Op::Principal || of == Op::Resource)
            TRY(typeOfPart(made));
        TRY(giveType(made));
        return made;
    }

    static Result<void> typeOfPart(Expression &member)
    {
        const bool principal = member.operands[0].op == Op::Principal;
        const auto &members = principal ? principalMembers : resourceMembers;
        if (std::ranges::find(members, member.text) == members.end())
            return failure(problemAt(member.position, u"%1 has no '%2'; attributes are members of %1.attr"_s.arg(
                                                          principal ? u"P"_s : u"R"_s, text(member.text))));
        member.type = member.text == "attr" ? Type::Map : member.text == "roles" ? Type::List : Type::Text;
        member.ofRow = !principal && member.text != "kind";
        return {};
    }

    Result<Expression> call(Expression node)
    {
        if (node.text == "has")
            return presence(std::move(node));
        Expression made = TRY(withOperands(std::move(node)));
        TRY(giveFunction(made));
        return made;
    }

    Result<Expression> presence(Expression node)
    {
        if (node.operands.size() != 1 || node.operands[0].op != Op::Select)
            return failure(problemAt(node.position, u"has() takes a member, such as R.attr.owner"_s));
        Expression made = TRY(select(std::move(node.operands[0])));
        if (made.op != Op::Select)
            return failure(problemAt(made.position, u"has() takes a member, such as R.attr.owner"_s));
        made.op = Op::Has;
        made.type = Type::Boolean;
        return made;
    }

    Result<Expression> methodCall(Expression node)
    {
        const auto found = std::ranges::find_if(macros, [&](const MacroName &known) {
            return known.name == node.text && known.operands == node.operands.size();
        });
        if (found != macros.end())
            return macro(std::move(node), found->macro);
        Expression made = TRY(withOperands(std::move(node)));
        TRY(giveFunction(made));
        return made;
    }

    Result<Expression> macro(Expression node, Macro macro)
    {
        const Expression variable = node.operands[1];
        if (variable.op != Op::Name)
            return failure(problemAt(variable.position, u"a macro takes the name of a variable first"_s));
        if (m_variables.size() == std::size_t(deepestMacro))
            return failure(problemAt(node.position, u"too many macros stand within each other"_s));
        std::vector<Expression> operands;
        operands.push_back(TRY(resolved(std::move(node.operands[0]))));
        m_variables.push_back(variable.text);
        for (std::size_t i = 2; i < node.operands.size(); ++i)
            operands.push_back(TRY(resolved(std::move(node.operands[i]))));
        m_variables.pop_back();
        Expression made = TRY(nodeOf(Op::Macro, node.position, std::move(operands)));
        made.macro = macro;
        made.integer = std::int64_t(m_variables.size());
        TRY(giveType(made));
        return made;
    }

    const Definitions &m_definitions;
    std::vector<std::string> m_variables; ///< of the macros around, the outermost first; empty: not to be seen
    std::vector<std::string> m_used;      ///< variables of the policy that this is within
};

} // namespace

Result<Expression> resolve(Expression parsed, const Definitions &definitions)
{
    return Resolver(definitions).resolved(std::move(parsed));
}

Result<Expression> compile(std::string_view text, const Definitions &definitions)
{
    return resolve(TRY(parse(text)), definitions);
}

Result<Expression> compileCondition(std::string_view text, const Definitions &definitions)
{
    Expression condition = TRY(compile(text, definitions));
    if (condition.type != Type::Any && condition.type != Type::Boolean)
        return failure(ErrorCode::Validation,
                       u"a condition is true or false, and this gives %1"_s.arg(nameOf(condition.type)));
    return condition;
}

} // namespace tenantry::access::cel
