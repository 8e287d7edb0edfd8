// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/constraintchecker.h"

#include "core/data/values/valuecodec.h"
#include "core/json/writer.h"

#include <QUrl>

#include <re2/re2.h>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

constexpr const char *emailPattern = R"([^@\s]+@[^@\s.]+(\.[^@\s.]+)*)";

std::int64_t codePoints(std::string_view utf8)
{
    constexpr unsigned char mask = 0xC0;
    constexpr unsigned char continuation = 0x80;
    return std::count_if(utf8.begin(), utf8.end(),
                         [](char c) { return (static_cast<unsigned char>(c) & mask) != continuation; });
}

bool isUri(std::string_view text)
{
    const QUrl url(QString::fromUtf8(text.data(), qsizetype(text.size())), QUrl::StrictMode);
    return url.isValid() && !url.scheme().isEmpty();
}

QString listed(const std::vector<json::Value> &choices)
{
    QStringList texts;
    for (const json::Value &choice : choices)
        texts.append(choice.isString() ? choice.text() : QString::fromUtf8(json::write(choice)));
    return texts.join(u", "_s);
}

QString shown(const json::Value &limit)
{
    return limit.isString() ? limit.text() : QString::fromUtf8(json::write(limit));
}

std::optional<sql::Value> limitValue(const Column &column, const std::optional<json::Value> &limit)
{
    if (!limit)
        return std::nullopt;
    const ParsedValue value = valueFromJson(column, *limit);
    if (!value || value->isNull())
        return std::nullopt;
    return *value;
}

std::unique_ptr<re2::RE2> patternOf(const Column &column)
{
    if (!column.constraints.pattern.empty())
        return std::make_unique<re2::RE2>(column.constraints.pattern, re2::RE2::Quiet);
    if (column.format == "email")
        return std::make_unique<re2::RE2>(emailPattern, re2::RE2::Quiet);
    return nullptr;
}

} // namespace

struct ConstraintChecker::Rule
{
    const Column *column = nullptr;
    std::optional<sql::Value> minimum;
    std::optional<sql::Value> maximum;
    sql::Values oneOf;
    std::unique_ptr<re2::RE2> pattern;

    std::optional<QString> rangeProblem(const sql::Value &value) const
    {
        if (minimum && compareValues(column->type, value, *minimum) < 0)
            return u"Must be at least %1."_s.arg(shown(*column->constraints.minimum));
        if (maximum && compareValues(column->type, value, *maximum) > 0)
            return u"Must be at most %1."_s.arg(shown(*column->constraints.maximum));
        return std::nullopt;
    }

    std::optional<QString> textProblem(std::string_view text) const
    {
        const Constraints &limits = column->constraints;
        if (limits.minLength && codePoints(text) < *limits.minLength)
            return u"Must have at least %1 characters."_s.arg(*limits.minLength);
        if (limits.maxLength && codePoints(text) > *limits.maxLength)
            return u"Must have at most %1 characters."_s.arg(*limits.maxLength);
        if (pattern && !re2::RE2::FullMatch(re2::StringPiece(text.data(), text.size()), *pattern)) {
            if (limits.pattern.empty())
                return u"Expected an e-mail address."_s;
            return u"Must match the pattern %1."_s.arg(QString::fromStdString(limits.pattern));
        }
        if (column->format == "uri" && !isUri(text))
            return u"Expected a URI with its scheme, such as https://example.org/."_s;
        return std::nullopt;
    }
};

ConstraintChecker::ConstraintChecker(const Table &table)
{
    m_rules.reserve(table.columns.size());
    for (const Column &column : table.columns) {
        Rule rule{&column,
                  limitValue(column, column.constraints.minimum),
                  limitValue(column, column.constraints.maximum),
                  {},
                  patternOf(column)};
        for (const json::Value &choice : column.constraints.oneOf) {
            if (const ParsedValue value = valueFromJson(column, choice))
                rule.oneOf.push_back(*value);
        }
        m_rules.push_back(std::move(rule));
    }
}

ConstraintChecker::~ConstraintChecker() = default;

std::optional<QString> ConstraintChecker::problem(std::size_t column, const sql::Value &value) const
{
    if (value.isNull())
        return std::nullopt;
    const Rule &rule = m_rules[column];
    const auto same = [&](const sql::Value &choice) { return sameValue(choice, value); };
    if (!rule.oneOf.empty() && std::none_of(rule.oneOf.begin(), rule.oneOf.end(), same))
        return u"Must be one of %1."_s.arg(listed(rule.column->constraints.oneOf));
    if (std::optional<QString> problem = rule.rangeProblem(value))
        return problem;
    if (rule.column->type == ColumnType::Text)
        return rule.textProblem(std::get<std::string>(value.data()));
    return std::nullopt;
}

} // namespace tenantry::data
