// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/policies/matchparser.h"

#include "core/access/cel/parser.h"
#include "core/access/policies/policyparser.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::access {

namespace {

constexpr std::array<std::pair<std::string_view, Match::Kind>, 3> groups{{
    {"all", Match::Kind::All},
    {"any", Match::Kind::Any},
    {"none", Match::Kind::None},
}};

/// The local definitions below `name`; empty when there are none.
const json::Object &localOf(Reader &reader, const json::Value &policy, const char *name, const QString &path)
{
    static const json::Object none;
    const json::Value &definitions = policy[name];
    if (definitions.isNull() || !reader.object(definitions, path, {"local", "import"}))
        return none;
    if (!definitions["import"].isNull())
        reader.problem(path + u".import"_s, u"Definitions are not shared between policies; give them as local."_s);
    const json::Value &local = definitions["local"];
    if (!local.isNull() && !local.isObject())
        reader.problem(path + u".local"_s, u"Must be an object."_s);
    if (local.object().size() <= std::size_t(mostRules))
        return local.object();
    reader.problem(path + u".local"_s, u"Must have at most %1 members."_s.arg(mostRules));
    return none;
}

} // namespace

cel::Definitions readDefinitions(Reader &reader, const json::Value &policy, const QString &path)
{
    cel::Definitions definitions;
    for (const auto &[name, value] : localOf(reader, policy, "constants", path + u".constants"_s))
        definitions.constants.emplace(name, std::make_shared<const json::Value>(value));
    const QString variables = path + u".variables"_s;
    for (const auto &[name, value] : localOf(reader, policy, "variables", variables)) {
        const Result<cel::Expression> parsed = cel::parse(value.string());
        if (value.isString() && parsed)
            definitions.variables.emplace(name, *parsed);
        else
            reader.problem(variables + u".local."_s + QString::fromStdString(name),
                           value.isString() ? parsed.error().message : u"Must be an expression."_s);
    }
    for (const auto &[name, expression] : definitions.variables) { // also those that nothing uses
        if (const Result<cel::Expression> resolved = cel::resolve(expression, definitions); !resolved)
            reader.problem(variables + u".local."_s + QString::fromStdString(name), resolved.error().message);
    }
    return definitions;
}

std::optional<Match> MatchParser::condition(const json::Value &condition, const QString &path)
{
    if (condition.isNull() || !m_reader->object(condition, path, {"match"}))
        return {};
    return match(condition["match"], path + u".match"_s, 1);
}

std::optional<Match> MatchParser::match(const json::Value &match, const QString &path, int level)
{
    if (!m_reader->object(match, path, {"expr", "all", "any", "none"}))
        return {};
    if (match.object().size() != 1 || level > deepestMatch) {
        m_reader->problem(path, level > deepestMatch ? u"Groups stand within each other too deeply."_s
                                                     : u"Give one of expr, all, any and none."_s);
        return {};
    }
    if (match.object().contains("expr"))
        return expression(match["expr"], path + u".expr"_s);
    for (const auto &[name, kind] : groups) {
        if (!match.object().contains(name))
            continue;
        const QString group = path + u'.' + QString::fromUtf8(name.data(), qsizetype(name.size()));
        Match made{.kind = kind};
        if (!m_reader->object(match[name], group, {"of"}))
            return {};
        for (const auto &[part, partPath] : m_reader->items(match[name]["of"], group + u".of"_s, mostRules)) {
            if (auto read = this->match(*part, partPath, level + 1))
                made.parts.push_back(*std::move(read));
        }
        return made;
    }
    return {};
}

std::optional<Match> MatchParser::expression(const json::Value &text, const QString &path)
{
    if (!text.isString()) {
        m_reader->problem(path, u"Must be an expression."_s);
        return {};
    }
    if (++m_expressions > mostExpressions) {
        if (m_expressions == mostExpressions + 1)
            m_reader->problem(path, u"A policy has at most %1 expressions."_s.arg(mostExpressions));
        return {};
    }
    Result<cel::Expression> compiled = cel::compileCondition(text.string(), m_definitions);
    if (!compiled) {
        m_reader->problem(path, compiled.error().message);
        return {};
    }
    return Match{.text = std::string(text.string()), .expression = *std::move(compiled)};
}

} // namespace tenantry::access
