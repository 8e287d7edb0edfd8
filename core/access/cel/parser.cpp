// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/cel/parser.h"

#include "core/access/cel/token.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace tenantry::access::cel {

namespace {

using Kind = Token::Kind;

struct Infix
{
    std::string_view sign;
    Op op;
};

constexpr std::array relations{
    Infix{"==", Op::Equal},       Infix{"!=", Op::NotEqual}, Infix{"<", Op::Less},
    Infix{"<=", Op::LessOrEqual}, Infix{">", Op::Greater},   Infix{">=", Op::GreaterOrEqual},
};
constexpr std::array additions{Infix{"+", Op::Add}, Infix{"-", Op::Subtract}};
constexpr std::array multiplications{Infix{"*", Op::Multiply}, Infix{"/", Op::Divide}, Infix{"%", Op::Modulo}};

constexpr std::array<std::string_view, 18> reserved{"as",      "break",     "const",  "continue", "else", "for",
                                                    "if",      "function",  "import", "in",       "let",  "loop",
                                                    "package", "namespace", "return", "var",      "void", "while"};

std::optional<std::int64_t> integerOf(std::string_view digits, bool negative)
{
    std::string text(negative ? "-" : "");
    const bool hexadecimal = digits.starts_with("0x") || digits.starts_with("0X");
    text += hexadecimal ? digits.substr(2) : digits;
    std::int64_t value = 0;
    const char *end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, value, hexadecimal ? 16 : 10);
    return error == std::errc() && stopped == end ? std::optional(value) : std::nullopt;
}

class Parser
{
public:
    explicit Parser(std::vector<Token> tokens)
        : m_tokens(std::move(tokens))
    {
    }

    Result<Expression> whole()
    {
        if (current().kind == Kind::End)
            return failure(problemAt(0, u"there is no expression"_s));
        Expression expression = TRY(this->expression());
        if (current().kind != Kind::End)
            return failure(unexpected());
        return expression;
    }

private:
    const Token &current() const { return m_tokens[m_at]; }
    bool sees(std::string_view sign) const { return current().is(Kind::Sign, sign); }

    bool take(std::string_view sign)
    {
        const bool seen = sees(sign);
        m_at += seen ? 1 : 0;
        return seen;
    }

    Result<void> expect(std::string_view sign)
    {
        if (take(sign))
            return {};
        return failure(problemAt(current().position, u"'%1' is missing"_s.arg(QString::fromUtf8(sign))));
    }

    Error unexpected() const
    {
        const Token &token = current();
        if (token.kind == Kind::End)
            return problemAt(token.position, u"the expression ends too early"_s);
        return problemAt(token.position, u"'%1' is not expected here"_s.arg(QString::fromStdString(token.text)));
    }

    /// The depth of the recursion; that of the tree is counted by nodeOf().
    struct Level
    {
        explicit Level(int &depth)
            : m_depth(++depth)
        {
        }
        ~Level() { --m_depth; }
        Level(const Level &) = delete;
        Level &operator=(const Level &) = delete;
        int &m_depth;
    };

    Result<Expression> expression()
    {
        const Level level(m_depth);
        if (m_depth > deepestExpression)
            return failure(problemAt(current().position, u"the expression is too deep"_s));
        Expression condition = TRY(disjunction());
        const std::size_t position = current().position;
        if (!take("?"))
            return condition;
        Expression then = TRY(disjunction());
        TRY(expect(":"));
        Expression otherwise = TRY(expression());
        return nodeOf(Op::Conditional, position, listOf(std::move(condition), std::move(then), std::move(otherwise)));
    }

    template<class... E>
    static std::vector<Expression> listOf(E &&...items)
    {
        std::vector<Expression> list;
        list.reserve(sizeof...(items));
        (list.push_back(std::forward<E>(items)), ...);
        return list;
    }

    Result<Expression> disjunction()
    {
        return joined("||", Op::Or, [this] { return joined("&&", Op::And, [this] { return relation(); }); });
    }

    template<class Part>
    Result<Expression> joined(std::string_view sign, Op op, Part part)
    {
        std::vector<Expression> parts;
        parts.push_back(TRY(part()));
        const std::size_t position = current().position;
        while (take(sign))
            parts.push_back(TRY(part()));
        if (parts.size() == 1)
            return std::move(parts.front());
        return nodeOf(op, position, std::move(parts));
    }

    template<class Infixes>
    std::optional<Op> takeInfix(const Infixes &infixes)
    {
        const auto found = std::ranges::find_if(infixes, [&](const Infix &infix) { return sees(infix.sign); });
        if (found == infixes.end())
            return {};
        ++m_at;
        return found->op;
    }

    template<class Take, class Part>
    Result<Expression> leftToRight(Take takeOp, Part part)
    {
        Expression left = TRY(part());
        for (;;) {
            const std::size_t position = current().position;
            const std::optional<Op> op = takeOp();
            if (!op)
                return left;
            Expression right = TRY(part());
            left = TRY(nodeOf(*op, position, listOf(std::move(left), std::move(right))));
        }
    }

    Result<Expression> relation()
    {
        const auto takeOp = [this]() -> std::optional<Op> {
            if (current().is(Kind::Name, "in")) {
                ++m_at;
                return Op::In;
            }
            return takeInfix(relations);
        };
        return leftToRight(takeOp, [this] {
            return leftToRight([this] { return takeInfix(additions); },
                               [this] {
                                   return leftToRight([this] { return takeInfix(multiplications); },
                                                      [this] { return unary(); });
                               });
        });
    }

    Result<Expression> unary()
    {
        const Level level(m_depth);
        if (m_depth > deepestExpression)
            return failure(problemAt(current().position, u"the expression is too deep"_s));
        const std::size_t position = current().position;
        if (take("!"))
            return nodeOf(Op::Not, position, listOf(TRY(unary())));
        if (!take("-"))
            return member();
        const bool isNumber = current().kind == Kind::Integer;
        if (isNumber) {
            const Expression number = TRY(integer(true));
            return members(number);
        }
        return nodeOf(Op::Negate, position, listOf(TRY(unary())));
    }

    Result<Expression> member()
    {
        Expression inner = TRY(primary());
        return members(std::move(inner));
    }

    Result<Expression> members(Expression inner)
    {
        for (;;) {
            const std::size_t position = current().position;
            if (take(".")) {
                inner = TRY(selected(std::move(inner)));
            } else if (take("[")) {
                Expression index = TRY(expression());
                TRY(expect("]"));
                inner = TRY(nodeOf(Op::Index, position, listOf(std::move(inner), std::move(index))));
            } else {
                return inner;
            }
        }
    }

    Result<Expression> selected(Expression inner)
    {
        const Token name = current();
        if (name.kind != Kind::Name)
            return failure(unexpected());
        ++m_at;
        std::vector<Expression> operands;
        operands.push_back(std::move(inner));
        const bool call = take("(");
        if (call)
            TRY(list(")", operands));
        Expression node = TRY(nodeOf(call ? Op::MethodCall : Op::Select, name.position, std::move(operands)));
        node.text = name.text;
        return node;
    }

    /// Items separated by commas up to the sign that closes the list.
    Result<void> list(std::string_view closing, std::vector<Expression> &items)
    {
        while (!take(closing)) {
            items.push_back(TRY(expression()));
            if (!sees(closing))
                TRY(expect(","));
            else if (closing == ")" && sees(","))
                return failure(unexpected());
        }
        return {};
    }

    Result<Expression> map(std::size_t position)
    {
        std::vector<Expression> items;
        while (!take("}")) {
            items.push_back(TRY(expression()));
            TRY(expect(":"));
            items.push_back(TRY(expression()));
            if (!sees("}"))
                TRY(expect(","));
        }
        return nodeOf(Op::Map, position, std::move(items));
    }

    Result<Expression> primary()
    {
        const Token token = current();
        if (take("(")) {
            Expression inner = TRY(expression());
            TRY(expect(")"));
            return inner;
        }
        if (take("[")) {
            std::vector<Expression> items;
            TRY(list("]", items));
            return nodeOf(Op::List, token.position, std::move(items));
        }
        if (take("{"))
            return map(token.position);
        switch (token.kind) {
        case Kind::Integer:
            return integer(false);
        case Kind::Real:
            return real();
        case Kind::Text:
            ++m_at;
            return Expression{.type = Type::Text, .position = token.position, .text = token.text};
        case Kind::Name:
            return name();
        default:
            return failure(unexpected());
        }
    }

    Result<Expression> integer(bool negative)
    {
        const Token &token = current();
        const std::optional<std::int64_t> value = integerOf(token.text, negative);
        if (!value)
            return failure(problemAt(token.position, u"this integer does not fit into 64 bits"_s));
        ++m_at;
        return Expression{.type = Type::Integer, .position = token.position, .integer = *value};
    }

    Result<Expression> real()
    {
        const Token &token = current();
        bool fits = false;
        const double value = QByteArray::fromStdString(token.text).toDouble(&fits);
        if (!fits || !std::isfinite(value))
            return failure(problemAt(token.position, u"this number is too large"_s));
        ++m_at;
        return Expression{.type = Type::Real, .position = token.position, .real = value};
    }

    Result<Expression> name()
    {
        const Token token = current();
        ++m_at;
        if (token.text == "true" || token.text == "false")
            return Expression{.type = Type::Boolean, .position = token.position, .integer = token.text == "true"};
        if (token.text == "null")
            return Expression{.type = Type::Null, .position = token.position};
        if (std::ranges::find(reserved, token.text) != reserved.end())
            return failure(
                problemAt(token.position, u"'%1' is reserved and no name"_s.arg(QString::fromStdString(token.text))));
        std::vector<Expression> arguments;
        const bool call = take("(");
        if (call)
            TRY(list(")", arguments));
        Expression node = TRY(nodeOf(call ? Op::Call : Op::Name, token.position, std::move(arguments)));
        node.text = token.text;
        return node;
    }

    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    int m_depth = 0;
};

} // namespace

Result<Expression> nodeOf(Op op, std::size_t position, std::vector<Expression> operands)
{
    Expression node{.op = op, .position = position};
    for (const Expression &operand : operands) {
        node.depth = std::max(node.depth, operand.depth + 1);
        node.parts += operand.parts;
        node.ofRow = node.ofRow || operand.ofRow;
    }
    if (node.depth > deepestExpression)
        return failure(problemAt(position, u"the expression is too deep"_s));
    if (node.parts > mostParts)
        return failure(problemAt(position, u"the expression has more than %1 parts"_s.arg(mostParts)));
    node.operands = std::move(operands);
    return node;
}

Result<Expression> parse(std::string_view text)
{
    return Parser(TRY(tokensOf(text))).whole();
}

} // namespace tenantry::access::cel
