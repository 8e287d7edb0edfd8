// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/aggregate/expression.h"
#include "core/data/aggregate/token.h"

namespace tenantry::data {

/// Reads expressions over the columns of one table, typed as it goes: whoever subtracts texts or extracts the month of
/// a number learns so here, with the place. Pure. Parentheses and functions nest at most `deepestExpression` levels;
/// one expression has at most `mostParts` parts and `mostFactors` multiplications and divisions, which keeps numbers
/// within what both engines calculate exactly.
///
///     sum      = product { ("+" | "-") product }
///     product  = unary { ("*" | "/") unary }
///     unary    = [ "-" ] operand
///     operand  = number | text | column | function | "(" sum ")"
///     function = "extract" "(" unit "from" moment ")" | "date_trunc" "(" text "," moment ")"
///              | ("coalesce" | "lower" | "upper" | "abs" | "round") "(" sum { "," sum } ")"
///     moment   = sum [ "at" "time" "zone" text ]
class ExpressionParser
{
public:
    static constexpr int deepestExpression = 16;
    static constexpr int mostParts = 60;
    static constexpr int mostFactors = 7;

    ExpressionParser(const Table &table, TokenReader &tokens)
        : m_table(table)
        , m_tokens(tokens)
    {
    }

    /// The expression that comes next; what stands behind it is left.
    Result<Expression> parse();

private:
    Result<Expression> sum();
    Result<Expression> product();
    Result<Expression> unary();
    Result<Expression> operand();
    Result<Expression> column();
    Result<Expression> number();
    Result<Expression> function();
    Result<Expression> extract();
    Result<Expression> truncate();
    Result<void> moment(Expression &of);
    Result<Expression> textFunction(Expression::Kind kind);
    Result<Expression> absolute();
    Result<Expression> round();
    Result<Expression> coalesce();

    Result<Expression> numericOperand(Result<Expression> (ExpressionParser::*read)());
    Result<TimeUnit> unit();
    Result<void> count();

    const Table &m_table;
    TokenReader &m_tokens;
    int m_depth = 0;
    int m_parts = 0;
    int m_factors = 0;
};

/// Whether groups can be formed by values of the type, and different ones counted.
bool canBeGrouped(ColumnType type);

} // namespace tenantry::data
