// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/reflection/storedrules.h"

#include "core/data/columntype.h"
#include "core/data/definition/literal.h"
#include "core/data/reflection/sqltokens.h"
#include "core/json/reader.h"

#include <algorithm>
#include <array>

namespace tenantry::data {

namespace {

using Kind = SqlToken::Kind;
using Tokens = std::vector<SqlToken>;

/// A constant of SQL.
struct Constant
{
    enum class Kind { Text, Number, Boolean, Null } kind = Kind::Null;
    std::string text = {};
};

/// The constant at a place, which is moved behind it.
std::optional<Constant> readConstant(const Tokens &tokens, std::size_t &at)
{
    const bool negative = tokens[at].is("-") && tokens[at + 1].kind == Kind::Number;
    const SqlToken &token = tokens[negative ? at + 1 : at];
    at += negative ? 2 : 1;
    if (token.kind == Kind::Number)
        return Constant{Constant::Kind::Number, (negative ? "-" : "") + token.text};
    if (token.kind == Kind::Text)
        return Constant{Constant::Kind::Text, token.text};
    if (token.isWord("TRUE") || token.isWord("FALSE"))
        return Constant{Constant::Kind::Boolean, token.isWord("TRUE") ? "true" : "false"};
    if (token.isWord("NULL"))
        return Constant{};
    --at;
    return std::nullopt;
}

std::optional<json::Value> document(const std::string &text)
{
    const Result<json::Value> read = json::read(text);
    return read ? std::optional(*read) : std::nullopt;
}

bool isNumberText(const std::string &text)
{
    const std::optional<json::Value> value = document(text);
    return value && value->isNumber();
}

/// As a definition writes a constant for a column of the type.
std::optional<json::Value> valueOf(const Constant &constant, const DataType &type)
{
    const bool isText = constant.kind == Constant::Kind::Text;
    switch (type.base) {
    case ColumnType::Text:
    case ColumnType::Uuid:
    case ColumnType::Date:
        return isText ? std::optional(json::Value(constant.text)) : std::nullopt;
    case ColumnType::Integer:
    case ColumnType::Year:
    case ColumnType::Number:
        if (constant.kind == Constant::Kind::Boolean || !isNumberText(constant.text))
            return std::nullopt;
        return json::Value(json::Number{constant.text});
    case ColumnType::Boolean:
        return json::Value(constant.text == "true" || constant.text == "1");
    case ColumnType::Object:
    case ColumnType::Array:
    case ColumnType::Any:
        return isText ? document(constant.text) : std::nullopt;
    default:
        return std::nullopt;
    }
}

/// Reads comparisons of columns and their lengths with constants, joined by AND.
class CheckReader
{
public:
    CheckReader(Tokens tokens, const ColumnTypes &columns)
        : m_tokens(std::move(tokens))
        , m_columns(columns)
    {
    }

    std::optional<std::vector<StoredRule>> read()
    {
        if (!readAll() || now().kind != Kind::End)
            return std::nullopt;
        return std::move(m_rules);
    }

private:
    /// A side of a comparison.
    struct Operand
    {
        std::string column = {}; ///< empty: a constant
        bool isLength = false;
        Constant constant = {};
    };

    const SqlToken &now() const { return m_tokens[std::min(m_at, m_tokens.size() - 1)]; }
    bool take(std::string_view symbol)
    {
        const bool is = now().is(symbol);
        m_at += is ? 1 : 0;
        return is;
    }
    bool takeWord(std::string_view keyword)
    {
        const bool is = now().isWord(keyword);
        m_at += is ? 1 : 0;
        return is;
    }

    bool readAll()
    {
        if (!readOne())
            return false;
        while (takeWord("AND")) {
            if (!readOne())
                return false;
        }
        return true;
    }

    /// What is in parentheses is a condition or a side of one.
    bool readOne()
    {
        const std::size_t begin = m_at;
        const std::size_t rules = m_rules.size();
        if (take("(") && readAll() && take(")") && (now().kind == Kind::End || now().is(")") || now().isWord("AND")))
            return true;
        m_at = begin;
        m_rules.resize(rules);
        return readComparison();
    }

    bool readComparison()
    {
        const std::optional<Operand> left = readOperand();
        if (!left)
            return false;
        if (takeWord("IN"))
            return readList(*left, "(", ")");
        if (takeWord("BETWEEN"))
            return readBetween(*left);
        if (take("=") && takeWord("ANY"))
            return take("(") && takeWord("ARRAY") && readList(*left, "[", "]") && take(")");
        const bool atLeast = now().is(">=");
        if (!atLeast && !now().is("<="))
            return false;
        ++m_at;
        const std::optional<Operand> right = readOperand();
        if (!right || left->column.empty() == right->column.empty())
            return false;
        return left->column.empty() ? addBound(*right, left->constant, !atLeast)
                                    : addBound(*left, right->constant, atLeast);
    }

    bool readBetween(const Operand &subject)
    {
        const std::optional<Operand> low = readOperand();
        if (!low || !low->column.empty() || !takeWord("AND"))
            return false;
        const std::optional<Operand> high = readOperand();
        return high && high->column.empty() && addBound(subject, low->constant, true) &&
               addBound(subject, high->constant, false);
    }

    std::optional<Operand> readOperand()
    {
        if (take("(")) {
            std::optional<Operand> inner = readOperand();
            return inner && take(")") ? inner : std::nullopt;
        }
        if (const std::optional<Constant> constant = readConstant(m_tokens, m_at))
            return Operand{{}, false, *constant};
        if (!now().isName())
            return std::nullopt;
        const bool calls = m_tokens[m_at + 1].is("(");
        if (calls && (now().isWord("length") || now().isWord("char_length"))) {
            ++m_at;
            std::optional<Operand> inner = readOperand();
            if (!inner || inner->column.empty() || inner->isLength ||
                m_columns.find(inner->column)->second != ColumnType::Text)
                return std::nullopt;
            inner->isLength = true;
            return inner;
        }
        const auto column = calls ? m_columns.end() : m_columns.find(now().text);
        if (column == m_columns.end())
            return std::nullopt;
        ++m_at;
        return Operand{column->first};
    }

    bool addBound(const Operand &subject, const Constant &constant, bool atLeast)
    {
        if (subject.column.empty())
            return false;
        const DataType type = subject.isLength ? DataType(ColumnType::Integer) : m_columns.find(subject.column)->second;
        const std::optional<json::Value> value = isRanged(type) ? valueOf(constant, type) : std::nullopt;
        if (!value || (subject.isLength && value->integer().value_or(-1) < 0))
            return false;
        const ConstraintKind kind = subject.isLength ? (atLeast ? ConstraintKind::MinLength : ConstraintKind::MaxLength)
                                                     : (atLeast ? ConstraintKind::Minimum : ConstraintKind::Maximum);
        m_rules.push_back({subject.column, kind, *value});
        return true;
    }

    bool readList(const Operand &subject, std::string_view open, std::string_view close)
    {
        if (subject.column.empty() || subject.isLength || !take(open))
            return false;
        const DataType &type = m_columns.find(subject.column)->second;
        json::Array values;
        do {
            const std::optional<Operand> item = readOperand();
            const auto value = item && item->column.empty() ? valueOf(item->constant, type) : std::nullopt;
            if (!value || !isScalar(type))
                return false;
            values.push_back(*value);
        } while (take(","));
        m_rules.push_back({subject.column, ConstraintKind::OneOf, json::Value(std::move(values))});
        return take(close);
    }

    Tokens m_tokens;
    const ColumnTypes &m_columns;
    std::size_t m_at = 0;
    std::vector<StoredRule> m_rules;
};

constexpr std::array functions{"current_date", "now()", "gen_random_uuid()"};

/// The function of a definition that the SQL calls.
std::optional<json::Value> readFunction(std::string_view sql, const DataType &type, const DdlWriter &ddl)
{
    const bool isPostgres = ddl.dialect() == sql::Dialect::Postgres;
    if (isPostgres && sql == "CURRENT_TIMESTAMP" && canProduce(DefaultFunction::Now, type))
        return json::Value("now()");
    for (const char *name : functions) {
        Column column;
        column.type = type;
        column.fallback = json::Value(name);
        if (!canProduce(*defaultFunction(*column.fallback), type))
            continue;
        const std::string written = ddl.defaultExpression(column);
        const std::string_view known = withoutParentheses(written);
        if (qstrnicmp(sql.data(), qsizetype(sql.size()), known.data(), qsizetype(known.size())) == 0)
            return column.fallback;
    }
    return std::nullopt;
}

} // namespace

std::optional<std::vector<StoredRule>> readStoredCheck(const std::string &condition, const ColumnTypes &columns)
{
    return CheckReader(plainSqlTokens(condition), columns).read();
}

std::optional<json::Value> readStoredDefault(const std::string &sql, const DataType &type, const DdlWriter &ddl)
{
    const std::string_view inner = withoutParentheses(sql);
    if (auto function = readFunction(inner, type, ddl))
        return function;
    const Tokens tokens = plainSqlTokens(inner);
    std::size_t at = 0;
    const std::optional<Constant> constant = readConstant(tokens, at);
    if (!constant || tokens[at].kind != Kind::End)
        return std::nullopt;
    if (constant->kind == Constant::Kind::Null)
        return json::Value();
    std::optional<json::Value> value = valueOf(*constant, type);
    if (!value || !literal(type, *value, ddl.dialect()))
        return std::nullopt;
    return value;
}

bool isConstant(const std::string &sql)
{
    const Tokens tokens = plainSqlTokens(sql);
    return std::all_of(tokens.begin(), tokens.end(), [](const SqlToken &token) {
        return !token.isName() || token.isWord("TRUE") || token.isWord("FALSE") || token.isWord("NULL") ||
               token.isWord("ARRAY");
    });
}

std::string_view withoutParentheses(std::string_view sql)
{
    for (;;) {
        const Tokens tokens = sqlTokens(sql);
        const std::size_t last = tokens.size() - 2;
        if (tokens.size() < 3 || !tokens.front().is("(") || !tokens[last].is(")"))
            return sql;
        int depth = 0;
        for (std::size_t i = 0; i < last; ++i) {
            depth += tokens[i].is("(") ? 1 : tokens[i].is(")") ? -1 : 0;
            if (depth == 0)
                return sql;
        }
        sql = sql.substr(tokens.front().end, tokens[last].begin - tokens.front().end);
    }
}

} // namespace tenantry::data
