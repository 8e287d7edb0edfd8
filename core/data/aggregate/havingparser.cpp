// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/aggregate/havingparser.h"

#include "core/data/aggregate/aggregateparser.h"
#include "core/data/aggregate/callparser.h"
#include "core/data/query/nearestname.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::data {

/// One condition of the list, split around its comparison sign.
struct HavingParser::Part
{
    QString term;
    QString sign; ///< empty when there is none
    QString value;
    qsizetype offset = 0; ///< where the term begins
};

namespace {

struct Sign
{
    QLatin1StringView sign;
    QLatin1StringView op;
};

constexpr std::array signs{Sign{"!="_L1, "ne"_L1},  Sign{"<>"_L1, "ne"_L1}, Sign{"<="_L1, "lte"_L1},
                           Sign{">="_L1, "gte"_L1}, Sign{"="_L1, "eq"_L1},  Sign{"<"_L1, "lt"_L1},
                           Sign{">"_L1, "gt"_L1}};

/// Calls `visit(index, character)` for what is outside of parentheses and quotes.
template<class Visit>
void forEachOutside(const QString &text, Visit visit)
{
    int depth = 0;
    QChar quote;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (!quote.isNull()) {
            if (c == quote)
                quote = QChar();
        } else if (c == u'\'' || c == u'"') {
            quote = c;
        } else if (c == u'(') {
            ++depth;
        } else if (c == u')') {
            --depth;
        } else if (depth == 0) {
            visit(i, c);
        }
    }
}

std::vector<std::pair<QString, qsizetype>> splitOutside(const QString &text)
{
    std::vector<std::pair<QString, qsizetype>> parts;
    qsizetype start = 0;
    forEachOutside(text, [&](qsizetype index, QChar c) {
        if (c != u',')
            return;
        parts.emplace_back(text.mid(start, index - start), start);
        start = index + 1;
    });
    parts.emplace_back(text.mid(start), start);
    return parts;
}

/// 'it''s' is it's; what is not in quotes is as it is.
QString unquoted(const QString &value)
{
    QString text = value.trimmed();
    if (text.size() < 2 || !text.startsWith(u'\'') || !text.endsWith(u'\''))
        return text;
    return text.mid(1, text.size() - 2).replace(u"''"_s, u"'"_s);
}

} // namespace

Result<std::vector<HavingParser::Comparison>> HavingParser::parse(const QString &parameter, const QString &text)
{
    if (text.size() > longestExpression)
        return failure(Error::field(parameter, u"Expected at most %1 characters."_s.arg(longestExpression)));
    const auto items = splitOutside(text);
    if (items.size() > AggregateParser::mostHaving)
        return failure(Error::field(parameter, u"Expected at most %1 conditions."_s.arg(AggregateParser::mostHaving)));
    std::vector<Comparison> comparisons;
    for (const auto &found : items) {
        const auto &item = found.first; // by name: Clang 14 lets no lambda see a structured binding
        Part part{item, {}, {}, found.second};
        forEachOutside(item, [&](qsizetype index, QChar) {
            const auto sign = std::find_if(signs.begin(), signs.end(), [&](const Sign &candidate) {
                return QStringView(item).mid(index).startsWith(candidate.sign);
            });
            if (!part.sign.isEmpty() || sign == signs.end())
                return;
            part.term = item.left(index);
            part.sign = sign->sign;
            part.value = unquoted(item.mid(index + sign->sign.size()));
        });
        comparisons.push_back(TRY(comparison(parameter, part)));
    }
    return comparisons;
}

Result<HavingParser::Comparison> HavingParser::comparison(const QString &parameter, const Part &part)
{
    const Token place{Token::Kind::End, {}, part.offset + 1};
    if (part.sign.isEmpty())
        return failure(problemAt(parameter, place, u"Expected a comparison such as count__gte=2 or count(*) >= 2."_s));
    Comparison comparison;
    comparison.value = part.value;
    const QString term = part.term.trimmed();
    const qsizetype separator = term.lastIndexOf(u"__"_s);
    if (part.sign == "="_L1 && separator > 0 && !named(term)) {
        comparison.op = term.mid(separator + 2);
        comparison.column = TRY(column(parameter, term.left(separator), part.offset));
    } else {
        comparison.op =
            std::find_if(signs.begin(), signs.end(), [&](const Sign &item) { return item.sign == part.sign; })->op;
        comparison.column = TRY(column(parameter, part.term, part.offset));
    }
    if (m_columns.columns()[comparison.column].type == ColumnType::Any)
        return failure(problemAt(parameter, place, u"Lists cannot be compared."_s));
    return comparison;
}

std::optional<std::size_t> HavingParser::named(const QString &name) const
{
    const std::string wanted = name.toStdString();
    const std::vector<Column> &columns = m_columns.columns();
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&](const Column &column) { return column.name == wanted; });
    return found == columns.end() ? std::nullopt : std::optional(std::size_t(found - columns.begin()));
}

Result<std::size_t> HavingParser::column(const QString &parameter, const QString &term, qsizetype offset)
{
    if (const std::optional<std::size_t> index = named(term.trimmed()))
        return *index;
    TokenReader tokens(parameter, TRY(tokenize(parameter, term, offset)));
    const Token &first = tokens.peek();
    if (first.kind == Token::Kind::Name && !tokens.peek(1).is("(") && aggregateFunction(first) == std::nullopt) {
        std::vector<std::string> names;
        for (const Column &column : m_columns.columns())
            names.push_back(column.name);
        names.insert(names.end(), aggregateFunctionNames().begin(), aggregateFunctionNames().end());
        QString message = u"There is no result '%1'."_s.arg(QString::fromStdString(first.text));
        if (const std::optional<std::string> nearest = nearestName(first.text, names))
            message += u" Did you mean '%1'?"_s.arg(QString::fromStdString(*nearest));
        return tokens.problem(message);
    }
    AggregateCall call = TRY(parseCall(m_table, tokens));
    if (!tokens.atEnd())
        return tokens.problem(u"Expected a comparison here."_s);
    const std::size_t keys = m_columns.columns().size() - m_calls.size();
    const auto same = std::find(m_calls.begin(), m_calls.end(), call);
    if (same != m_calls.end())
        return keys + std::size_t(same - m_calls.begin());
    m_calls.push_back(call);
    return m_columns.addHidden(call);
}

std::vector<Condition> HavingParser::conditions(const std::vector<Comparison> &comparisons, const Table &groups,
                                                const QString &parameter, ConditionParser::Problems &problems)
{
    std::vector<Condition> conditions;
    const ConditionParser parser(groups);
    for (const Comparison &comparison : comparisons) {
        const QString name = QString::fromStdString(groups.columns[comparison.column].name);
        if (auto condition = parser.fromText(name + u"__"_s + comparison.op, comparison.value, parameter, problems))
            conditions.push_back(std::move(*condition));
    }
    return conditions;
}

} // namespace tenantry::data
