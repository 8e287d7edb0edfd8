// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/definition/indexexpression.h"

#include "core/data/aggregate/token.h"
#include "core/data/columntype.h"
#include "core/data/definition/literal.h"
#include "core/data/query/nearestname.h"
#include "core/json/reader.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

using Kind = IndexTerm::Kind;

constexpr int maxDepth = 32;
constexpr std::array functionNames{"lower", "upper", "coalesce", "date_trunc", "length", "md5"};
constexpr std::array units{"year", "quarter", "month", "week", "day", "hour", "minute", "second"};
constexpr std::array comparisons{"=", "<>", "!=", "<=", ">=", "<", ">"};

template<std::size_t size>
bool contains(const std::array<const char *, size> &list, std::string_view text)
{
    return std::find(list.begin(), list.end(), text) != list.end();
}

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    return text;
}

bool isText(const IndexTerm &term)
{
    return term.type == ColumnType::Text;
}

class Parser
{
public:
    Parser(const Table &table, TokenReader tokens)
        : m_table(table)
        , m_tokens(std::move(tokens))
    {
    }

    Result<IndexTerm> expression()
    {
        IndexTerm term = TRY(value());
        TRY(end());
        if (!m_usesColumn)
            return m_tokens.problem(u"An index must be about a field of the table."_s);
        if (term.type && !isScalar(*term.type))
            return m_tokens.problem(u"A JSON document cannot be indexed like this; take a member of it with ->>."_s);
        return term;
    }

    Result<IndexTerm> condition()
    {
        IndexTerm term = TRY(either());
        TRY(end());
        if (!term.isCondition() && term.type != ColumnType::Boolean)
            return m_tokens.problem(u"A condition is needed, such as: state = 'open'."_s);
        return term;
    }

private:
    Result<void> end()
    {
        if (!m_tokens.atEnd())
            return m_tokens.problem(u"This is not understood here."_s);
        return {};
    }

    Result<void> descend()
    {
        if (++m_depth > maxDepth)
            return m_tokens.problem(u"Nested too deeply."_s);
        return {};
    }

    Result<IndexTerm> either()
    {
        TRY(descend());
        IndexTerm term = TRY(joined(Kind::Or, "or", &Parser::both));
        --m_depth;
        return term;
    }

    Result<IndexTerm> both() { return joined(Kind::And, "and", &Parser::negation); }

    Result<IndexTerm> joined(Kind kind, std::string_view word, Result<IndexTerm> (Parser::*part)())
    {
        IndexTerm first = TRY((this->*part)());
        if (!m_tokens.peek().isWord(word))
            return first;
        IndexTerm all{.kind = kind};
        all.operands.push_back(TRY(asCondition(std::move(first))));
        while (m_tokens.skipWord(word)) {
            IndexTerm next = TRY((this->*part)());
            all.operands.push_back(TRY(asCondition(std::move(next))));
        }
        return all;
    }

    Result<IndexTerm> asCondition(IndexTerm term)
    {
        if (!term.isCondition() && term.type != ColumnType::Boolean)
            return m_tokens.problem(u"A condition is needed on both sides of AND and OR, and behind NOT."_s);
        return term;
    }

    Result<IndexTerm> negation()
    {
        if (!m_tokens.skipWord("not"))
            return comparison();
        TRY(descend());
        IndexTerm inner = TRY(negation());
        --m_depth;
        return negated(TRY(asCondition(std::move(inner))));
    }

    static IndexTerm negated(IndexTerm term)
    {
        IndexTerm result{.kind = Kind::Not};
        result.operands.push_back(std::move(term));
        return result;
    }

    Result<IndexTerm> comparison()
    {
        IndexTerm left = TRY(value());
        if (m_tokens.skipWord("is"))
            return nullness(std::move(left));
        const bool isNot = m_tokens.peek().isWord("not") && m_tokens.peek(1).isWord("in");
        if (isNot)
            m_tokens.skipWord("not");
        if (m_tokens.skipWord("in")) {
            IndexTerm among = TRY(membership(std::move(left)));
            return isNot ? negated(std::move(among)) : std::move(among);
        }
        if (m_tokens.peek().kind != Token::Kind::Symbol || !contains(comparisons, m_tokens.peek().text))
            return left;
        IndexTerm compare{.kind = Kind::Compare, .text = m_tokens.take().text};
        if (compare.text == "!=")
            compare.text = "<>";
        IndexTerm right = TRY(value());
        TRY(adapt(left, right));
        compare.operands.push_back(std::move(left));
        compare.operands.push_back(std::move(right));
        return compare;
    }

    Result<IndexTerm> nullness(IndexTerm term)
    {
        const bool isNot = m_tokens.skipWord("not");
        if (!m_tokens.skipWord("null"))
            return m_tokens.problem(u"Expected: NULL."_s);
        IndexTerm test{.kind = Kind::IsNull};
        test.operands.push_back(std::move(term));
        return isNot ? negated(std::move(test)) : std::move(test);
    }

    Result<IndexTerm> membership(IndexTerm left)
    {
        IndexTerm among{.kind = Kind::In};
        among.operands.push_back(std::move(left));
        TRY(m_tokens.expect("("));
        do {
            IndexTerm item = TRY(value());
            if (item.kind != Kind::Literal)
                return m_tokens.problem(u"IN takes a list of constants."_s);
            TRY(adapt(among.operands.front(), item));
            among.operands.push_back(std::move(item));
        } while (m_tokens.skip(","));
        TRY(m_tokens.expect(")"));
        return among;
    }

    /// Both sides are of one type; a constant becomes one of the other side's.
    Result<void> adapt(IndexTerm &left, IndexTerm &right)
    {
        if (left.isCondition() || right.isCondition())
            return m_tokens.problem(u"Values can be compared, conditions cannot."_s);
        if (!left.type && !right.type)
            return m_tokens.problem(u"Compare a field with something."_s);
        IndexTerm &constant = !left.type ? left : right;
        const ColumnType type = left.type ? *left.type : *right.type;
        if (!isScalar(type))
            return m_tokens.problem(u"A JSON document cannot be compared; take a member of it with ->>."_s);
        if (!constant.type) {
            if (constant.value.isNull())
                return m_tokens.problem(u"Compare with IS NULL instead."_s);
            if (!literal(type, constant.value, sql::Dialect::Postgres))
                return m_tokens.problem(u"The constant must be %1."_s.arg(describeType(type)));
            constant.type = type;
        }
        if (*left.type != *right.type)
            return m_tokens.problem(
                u"%1 cannot be compared with %2."_s.arg(describeType(*left.type), describeType(*right.type)));
        return {};
    }

    Result<IndexTerm> value()
    {
        TRY(descend());
        IndexTerm term = TRY(primary());
        while (m_tokens.peek().is("-") && m_tokens.peek(1).is(">") && m_tokens.peek(2).is(">"))
            term = TRY(member(std::move(term)));
        --m_depth;
        return term;
    }

    Result<IndexTerm> member(IndexTerm document)
    {
        if (!document.type || !isDocument(*document.type))
            return m_tokens.problem(u"->> takes a member of a field that holds JSON."_s);
        for (int i = 0; i < 3; ++i)
            m_tokens.take();
        if (m_tokens.peek().kind != Token::Kind::Text)
            return m_tokens.problem(u"Expected the name of a member in quotes: data->>'name'."_s);
        IndexTerm term{.kind = Kind::JsonText, .text = m_tokens.take().text};
        term.operands.push_back(std::move(document));
        term.type = ColumnType::Text;
        return term;
    }

    Result<IndexTerm> primary()
    {
        const Token token = m_tokens.peek();
        if (token.is("(")) {
            m_tokens.take();
            IndexTerm inner = TRY(either());
            TRY(m_tokens.expect(")"));
            return inner;
        }
        if (token.kind == Token::Kind::Text)
            return constant(json::Value(m_tokens.take().text));
        if (token.kind == Token::Kind::Number || token.is("-"))
            return number();
        if (token.kind != Token::Kind::Name)
            return m_tokens.problem(u"Expected a field, a constant or a function."_s);
        m_tokens.take();
        if (!token.quoted && m_tokens.peek().is("("))
            return call(token);
        if (token.isWord("true") || token.isWord("false"))
            return constant(json::Value(token.isWord("true")));
        if (token.isWord("null"))
            return constant(json::Value());
        return column(token);
    }

    static IndexTerm constant(json::Value value)
    {
        IndexTerm term;
        term.value = std::move(value);
        return term;
    }

    Result<IndexTerm> number()
    {
        const std::string sign = m_tokens.skip("-") ? "-" : "";
        if (m_tokens.peek().kind != Token::Kind::Number)
            return m_tokens.problem(u"Expected a number."_s);
        const Result<json::Value> read = json::read(sign + m_tokens.peek().text);
        if (!read)
            return m_tokens.problem(u"This is no number."_s);
        m_tokens.take();
        return constant(*read);
    }

    Result<IndexTerm> column(const Token &token)
    {
        const Column *found = m_table.column(token.text);
        if (!found)
            return failure(problemAt(m_tokens.parameter(), token, unknownColumn(m_table, token.text)));
        m_usesColumn = true;
        IndexTerm term{.kind = Kind::Column, .text = token.text};
        term.type = found->type;
        term.column = found;
        return term;
    }

    Result<IndexTerm> call(const Token &name)
    {
        IndexTerm function{.kind = Kind::Function, .text = lowered(name.text)};
        if (!contains(functionNames, function.text))
            return failure(problemAt(m_tokens.parameter(), name,
                                     u"Only lower, upper, coalesce, date_trunc, length and md5 are available."_s));
        TRY(m_tokens.expect("("));
        do {
            function.operands.push_back(TRY(value()));
        } while (m_tokens.skip(","));
        TRY(m_tokens.expect(")"));
        TRY(check(function, name));
        return function;
    }

    Result<void> check(IndexTerm &function, const Token &name)
    {
        const auto wrong = [&](const QString &message) {
            return failure(problemAt(m_tokens.parameter(), name, message));
        };
        std::vector<IndexTerm> &operands = function.operands;
        if (function.text == "coalesce") {
            if (operands.size() < 2)
                return wrong(u"coalesce takes two values or more."_s);
            for (std::size_t i = 1; i < operands.size(); ++i)
                TRY(adapt(operands.front(), operands[i]));
            function.type = operands.front().type;
            return {};
        }
        if (function.text == "date_trunc") {
            const bool isUnit =
                operands.size() == 2 && operands[0].kind == Kind::Literal && isIndexedUnit(operands[0].value.string());
            const bool isTime =
                isUnit && (operands[1].type == ColumnType::DateTime || operands[1].type == ColumnType::Date);
            if (!isTime || operands[1].kind != Kind::Column)
                return wrong(u"Expected: date_trunc('month', field), with a unit from year to second."_s);
            function.type = ColumnType::DateTime;
            return {};
        }
        if (operands.size() != 1 || !isText(operands.front()))
            return wrong(u"%1 takes one text."_s.arg(QString::fromStdString(function.text)));
        function.type = function.text == "length" ? ColumnType::Integer : ColumnType::Text;
        return {};
    }

    const Table &m_table;
    TokenReader m_tokens;
    int m_depth = 0;
    bool m_usesColumn = false;
};

Result<Parser> parserOf(const Table &table, const std::string &text, const QString &key)
{
    return Parser(table, TokenReader(key, TRY(tokenize(key, QString::fromStdString(text)))));
}

} // namespace

Result<IndexTerm> parseIndexExpression(const Table &table, const std::string &text)
{
    Parser parser = TRY(parserOf(table, text, u"expression"_s));
    return parser.expression();
}

Result<IndexTerm> parseIndexCondition(const Table &table, const std::string &text)
{
    Parser parser = TRY(parserOf(table, text, u"where"_s));
    return parser.condition();
}

bool isIndexedUnit(std::string_view unit)
{
    return contains(units, unit);
}

} // namespace tenantry::data
