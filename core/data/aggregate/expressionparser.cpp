// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/aggregate/expressionparser.h"

#include "core/data/aggregate/aggregatefunction.h"
#include "core/data/columntype.h"
#include "core/data/query/nearestname.h"
#include "core/data/values/decimal.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

using Kind = Expression::Kind;

constexpr int mostPlaces = 30;

/// Raises a count while it lives.
class Deeper
{
public:
    explicit Deeper(int &depth)
        : m_depth(++depth)
    {
    }
    ~Deeper() { --m_depth; }
    Deeper(const Deeper &) = delete;
    Deeper &operator=(const Deeper &) = delete;

private:
    int &m_depth;
};

QString inQuotes(std::string_view text)
{
    return u"'%1'"_s.arg(QString::fromUtf8(text.data(), qsizetype(text.size())));
}

QString meant(std::string_view name, const std::vector<std::string> &candidates)
{
    const std::optional<std::string> nearest = nearestName(name, candidates);
    return nearest ? u" Did you mean %1?"_s.arg(inQuotes(*nearest)) : QString();
}

const std::vector<std::string> &functionNames()
{
    static const std::vector<std::string> names{"extract", "date_trunc", "coalesce", "lower", "upper", "abs", "round"};
    return names;
}

Expression combined(Kind kind, ColumnType type, Expression left, Expression right)
{
    Expression expression{.kind = kind, .type = type};
    expression.operands.push_back(std::move(left));
    expression.operands.push_back(std::move(right));
    return expression;
}

Expression applied(Kind kind, ColumnType type, Expression operand)
{
    Expression expression{.kind = kind, .type = type};
    expression.operands.push_back(std::move(operand));
    return expression;
}

/// Names of the time zone database only: offsets such as UTC+2 mean the opposite on some engines.
bool isTimeZone(const std::string &name)
{
    const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
               c == '+' || c == '/';
    });
    if (!plain || name.size() > 64 || name.starts_with("UTC+") || name.starts_with("UTC-"))
        return false;
    return QTimeZone(QByteArray::fromStdString(name)).isValid();
}

std::vector<std::string> timeZones()
{
    std::vector<std::string> names;
    for (const QByteArray &name : QTimeZone::availableTimeZoneIds())
        names.push_back(name.toStdString());
    return names;
}

bool isMoment(ColumnType type)
{
    return type == ColumnType::DateTime || type == ColumnType::Date || type == ColumnType::Time;
}

} // namespace

bool canBeGrouped(ColumnType type)
{
    switch (type) {
    case ColumnType::Text:
    case ColumnType::Uuid:
    case ColumnType::Integer:
    case ColumnType::Number:
    case ColumnType::Boolean:
    case ColumnType::Date:
    case ColumnType::DateTime:
    case ColumnType::Time:
    case ColumnType::Year:
    case ColumnType::Object:
    case ColumnType::Array:
    case ColumnType::Any:
        return true;
    default:
        return false;
    }
}

Result<Expression> ExpressionParser::parse()
{
    m_parts = 0;
    m_factors = 0;
    return sum();
}

Result<void> ExpressionParser::count()
{
    if (++m_parts > mostParts)
        return m_tokens.problem(u"An expression has at most %1 parts."_s.arg(mostParts));
    return {};
}

Result<Expression> ExpressionParser::numericOperand(Result<Expression> (ExpressionParser::*read)())
{
    const Token start = m_tokens.peek();
    Expression operand = TRY((this->*read)());
    if (!isNumeric(operand.type))
        return failure(problemAt(m_tokens.parameter(), start,
                                 u"Expected a number to calculate with, not %1."_s.arg(describeType(operand.type))));
    return operand;
}

Result<Expression> ExpressionParser::sum()
{
    const Deeper deeper(m_depth);
    if (m_depth > deepestExpression)
        return m_tokens.problem(u"Expressions are nested at most %1 levels deep."_s.arg(deepestExpression));
    const Token start = m_tokens.peek();
    Expression left = TRY(product());
    while (m_tokens.peek().is("+") || m_tokens.peek().is("-")) {
        if (!isNumeric(left.type))
            return failure(problemAt(m_tokens.parameter(), start,
                                     u"Expected a number to calculate with, not %1."_s.arg(describeType(left.type))));
        const Kind kind = m_tokens.take().is("+") ? Kind::Add : Kind::Subtract;
        Expression right = TRY(numericOperand(&ExpressionParser::product));
        left = combined(kind, ColumnType::Number, std::move(left), std::move(right));
    }
    return left;
}

Result<Expression> ExpressionParser::product()
{
    const Token start = m_tokens.peek();
    Expression left = TRY(unary());
    while (m_tokens.peek().is("*") || m_tokens.peek().is("/")) {
        if (!isNumeric(left.type))
            return failure(problemAt(m_tokens.parameter(), start,
                                     u"Expected a number to calculate with, not %1."_s.arg(describeType(left.type))));
        if (++m_factors > mostFactors)
            return m_tokens.problem(u"An expression multiplies and divides at most %1 times."_s.arg(mostFactors));
        const Kind kind = m_tokens.take().is("*") ? Kind::Multiply : Kind::Divide;
        Expression right = TRY(numericOperand(&ExpressionParser::unary));
        left = combined(kind, ColumnType::Number, std::move(left), std::move(right));
    }
    return left;
}

Result<Expression> ExpressionParser::unary()
{
    if (!m_tokens.skip("-"))
        return operand();
    TRY(count());
    Expression negated = TRY(numericOperand(&ExpressionParser::operand));
    return applied(Kind::Negate, ColumnType::Number, std::move(negated));
}

Result<Expression> ExpressionParser::operand()
{
    TRY(count());
    switch (m_tokens.peek().kind) {
    case Token::Kind::Number:
        return number();
    case Token::Kind::Text:
        return Expression{.kind = Kind::Text, .type = ColumnType::Text, .text = m_tokens.take().text};
    case Token::Kind::Name:
        return m_tokens.peek(1).is("(") && !m_tokens.peek().quoted ? function() : column();
    default:
        break;
    }
    if (!m_tokens.skip("("))
        return m_tokens.problem(u"Expected a column, a number or a function."_s);
    Expression inner = TRY(sum());
    TRY(m_tokens.expect(")"));
    return inner;
}

Result<Expression> ExpressionParser::number()
{
    const std::optional<std::string> canonical = canonicalDecimal(m_tokens.peek().text);
    if (!canonical)
        return m_tokens.problem(u"This number is not written in a way that is understood, or is too long."_s);
    m_tokens.take();
    return Expression{.kind = Kind::Number, .type = ColumnType::Number, .text = *canonical};
}

Result<Expression> ExpressionParser::column()
{
    const std::string name = m_tokens.peek().text;
    const std::optional<std::size_t> index = m_table.columnIndex(name);
    if (!index)
        return m_tokens.problem(unknownColumn(m_table, std::string_view(name)));
    m_tokens.take();
    return Expression{.kind = Kind::Column, .type = m_table.columns[*index].type, .column = *index};
}

Result<Expression> ExpressionParser::function()
{
    const Token name = m_tokens.peek();
    if (aggregateFunction(name))
        return m_tokens.problem(u"An aggregate function cannot stand inside an expression."_s);
    const auto &known = functionNames();
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const std::string &item) { return name.isWord(item); });
    if (found == known.end()) {
        std::vector<std::string> candidates = known;
        for (const std::string_view aggregate : aggregateFunctionNames())
            candidates.emplace_back(aggregate);
        return m_tokens.problem(u"There is no function %1."_s.arg(inQuotes(name.text)) + meant(name.text, candidates));
    }
    m_tokens.take();
    TRY(m_tokens.expect("("));
    Expression result;
    if (*found == "extract")
        result = TRY(extract());
    else if (*found == "date_trunc")
        result = TRY(truncate());
    else if (*found == "coalesce")
        result = TRY(coalesce());
    else if (*found == "abs")
        result = TRY(absolute());
    else if (*found == "round")
        result = TRY(round());
    else
        result = TRY(textFunction(*found == "lower" ? Kind::Lower : Kind::Upper));
    TRY(m_tokens.expect(")"));
    return result;
}

Result<TimeUnit> ExpressionParser::unit()
{
    const Token &token = m_tokens.peek();
    if (token.kind != Token::Kind::Name && token.kind != Token::Kind::Text)
        return m_tokens.problem(u"Expected a unit of time such as month."_s);
    const std::optional<TimeUnit> unit = timeUnit(token.text);
    if (!unit)
        return m_tokens.problem(u"There is no unit of time %1."_s.arg(inQuotes(token.text)) +
                                meant(token.text, timeUnitNames()));
    return *unit;
}

Result<void> ExpressionParser::moment(Expression &of)
{
    const Token start = m_tokens.peek();
    Expression operand = TRY(sum());
    if (!isMoment(operand.type))
        return failure(problemAt(m_tokens.parameter(), start,
                                 u"Expected a date or a time, not %1."_s.arg(describeType(operand.type))));
    if (m_tokens.peek().isWord("at")) {
        if (operand.type != ColumnType::DateTime)
            return m_tokens.problem(u"Only a date and time has a time zone."_s);
        m_tokens.take();
        if (!m_tokens.skipWord("time") || !m_tokens.skipWord("zone") || m_tokens.peek().kind != Token::Kind::Text)
            return m_tokens.problem(u"Expected: at time zone 'Europe/Berlin'."_s);
        of.zone = m_tokens.peek().text;
        if (!isTimeZone(of.zone))
            return m_tokens.problem(u"There is no time zone %1."_s.arg(inQuotes(of.zone)) +
                                    meant(of.zone, timeZones()));
        m_tokens.take();
    }
    of.operands.push_back(std::move(operand));
    return {};
}

Result<Expression> ExpressionParser::extract()
{
    Expression result{.kind = Kind::Extract};
    const Token name = m_tokens.peek();
    result.unit = TRY(unit());
    m_tokens.take();
    if (!m_tokens.skipWord("from"))
        return m_tokens.problem(u"Expected: extract(%1 from column)."_s.arg(QString::fromStdString(name.text)));
    TRY(moment(result));
    const ColumnType type = result.operands.front().type;
    if ((type == ColumnType::Date && !isPartOfDate(result.unit)) ||
        (type == ColumnType::Time && !isPartOfTime(result.unit)))
        return failure(problemAt(m_tokens.parameter(), name,
                                 u"%1 has no %2."_s.arg(type == ColumnType::Date ? u"A date"_s : u"A time"_s,
                                                        inQuotes(timeUnitName(result.unit)))));
    result.type = hasFraction(result.unit) ? ColumnType::Number : ColumnType::Integer;
    return result;
}

Result<Expression> ExpressionParser::truncate()
{
    Expression result{.kind = Kind::Truncate};
    const Token name = m_tokens.peek();
    if (name.kind != Token::Kind::Text)
        return m_tokens.problem(u"Expected: date_trunc('month', column)."_s);
    result.unit = TRY(unit());
    if (!isLength(result.unit))
        return m_tokens.problem(u"A time cannot be cut to %1."_s.arg(inQuotes(name.text)));
    m_tokens.take();
    TRY(m_tokens.expect(","));
    TRY(moment(result));
    if (result.operands.front().type == ColumnType::Time)
        return failure(problemAt(m_tokens.parameter(), name, u"Only a date, or a date and time, can be cut."_s));
    result.type = result.zone.empty() ? ColumnType::DateTime : ColumnType::Text;
    return result;
}

Result<Expression> ExpressionParser::textFunction(Kind kind)
{
    const Token start = m_tokens.peek();
    Expression operand = TRY(sum());
    if (operand.type != ColumnType::Text)
        return failure(
            problemAt(m_tokens.parameter(), start, u"Expected text, not %1."_s.arg(describeType(operand.type))));
    return applied(kind, ColumnType::Text, std::move(operand));
}

Result<Expression> ExpressionParser::absolute()
{
    Expression operand = TRY(numericOperand(&ExpressionParser::sum));
    return applied(Kind::Absolute, ColumnType::Number, std::move(operand));
}

Result<Expression> ExpressionParser::round()
{
    Expression operand = TRY(numericOperand(&ExpressionParser::sum));
    Expression result = applied(Kind::Round, ColumnType::Number, std::move(operand));
    if (!m_tokens.skip(","))
        return result;
    const bool negative = m_tokens.skip("-");
    const Token places = m_tokens.peek();
    bool ok = false;
    const int value = QString::fromStdString(places.text).toInt(&ok);
    if (places.kind != Token::Kind::Number || !ok || value > mostPlaces)
        return m_tokens.problem(u"Expected the number of places, from -%1 to %1."_s.arg(mostPlaces));
    m_tokens.take();
    result.places = negative ? -value : value;
    return result;
}

Result<Expression> ExpressionParser::coalesce()
{
    Expression result{.kind = Kind::Coalesce};
    do {
        const Token start = m_tokens.peek();
        Expression operand = TRY(sum());
        const bool first = result.operands.empty();
        const bool bothNumbers = !first && isNumeric(result.type) && isNumeric(operand.type);
        if (!first && !bothNumbers && operand.type != result.type)
            return failure(problemAt(
                m_tokens.parameter(), start,
                u"Expected %1 as before, not %2."_s.arg(describeType(result.type), describeType(operand.type))));
        if (!canBeGrouped(operand.type) || isDocument(operand.type))
            return failure(problemAt(m_tokens.parameter(), start,
                                     u"coalesce does not take %1."_s.arg(describeType(operand.type))));
        result.type = bothNumbers && operand.type != result.type ? ColumnType::Number : operand.type;
        result.operands.push_back(std::move(operand));
    } while (m_tokens.skip(","));
    return result;
}

} // namespace tenantry::data
