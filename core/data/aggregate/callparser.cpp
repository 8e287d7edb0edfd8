// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/aggregate/callparser.h"

#include "core/data/aggregate/expressionparser.h"
#include "core/data/columntype.h"
#include "core/data/query/nearestname.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

constexpr std::size_t longestAlias = 63;

QString unknownFunction(const Token &name)
{
    if (name.kind != Token::Kind::Name)
        return u"Expected an aggregate function such as count(*) or sum(price)."_s;
    std::vector<std::string> names;
    for (const std::string_view known : aggregateFunctionNames())
        names.emplace_back(known);
    QString message = u"There is no aggregate function '%1'."_s.arg(QString::fromStdString(name.text));
    if (const std::optional<std::string> nearest = nearestName(name.text, names))
        return message + u" Did you mean '%1'?"_s.arg(QString::fromStdString(*nearest));
    return message + u" There are count, sum, avg, min, max, stddev, variance, string_agg, array_agg and json_agg."_s;
}

Result<AggregateCall> parseCount(const Table &table, TokenReader &tokens)
{
    if (!tokens.skip("("))
        return AggregateCall{};
    AggregateCall call;
    if (!tokens.skip("*")) {
        if (tokens.peek().isWord("distinct") && !tokens.peek(1).is(")")) {
            tokens.take();
            call.function = AggregateFunction::CountDistinct;
        }
        call.argument = TRY(ExpressionParser(table, tokens).parse());
    }
    TRY(tokens.expect(")"));
    return call;
}

} // namespace

Result<AggregateCall> parseCall(const Table &table, TokenReader &tokens)
{
    const Token name = tokens.peek();
    const std::optional<AggregateFunction> function = aggregateFunction(name);
    if (!function)
        return tokens.problem(unknownFunction(name));
    tokens.take();
    AggregateCall call{*function, std::nullopt};
    if (*function == AggregateFunction::Count) {
        call = TRY(parseCount(table, tokens));
    } else {
        TRY(tokens.expect("("));
        if (tokens.peek().isWord("distinct") && !tokens.peek(1).is(")"))
            return tokens.problem(u"Only count takes distinct values."_s);
        call.argument = TRY(ExpressionParser(table, tokens).parse());
        TRY(tokens.expect(")"));
    }
    if (call.argument && !resultType(call.function, call.argument->type))
        return failure(problemAt(tokens.parameter(), name,
                                 u"'%1' says nothing about %2."_s.arg(QString::fromStdString(name.text),
                                                                      describeType(call.argument->type))));
    return call;
}

Result<std::string> parseAlias(TokenReader &tokens)
{
    const bool announced = tokens.skipWord("as");
    const Token &name = tokens.peek();
    if (name.kind != Token::Kind::Name) {
        if (announced)
            return tokens.problem(u"Expected a name behind 'as'."_s);
        return std::string();
    }
    if (name.text.empty() || name.text.size() > longestAlias || name.text.find('.') != std::string::npos)
        return tokens.problem(u"Expected a name of at most %1 bytes, without points."_s.arg(longestAlias));
    return tokens.take().text;
}

} // namespace tenantry::data
