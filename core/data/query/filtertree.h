// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/query/conditionparser.h"

namespace tenantry::data {

/// Reads conditions that are sent as JSON, in either grammar, also mixed:
///
///     [{"operator": "or", "value": [{"field": "state", "operator": "eq", "value": "out"}, ...]}]
///     {"or": [{"state": "out"}, {"copies__lt": 1}], "not": {"title__contains": "sea"}}
///
/// Entries of an array and members of an object must all hold; empty ones ask for nothing. Pure. Problems stand below
/// `path`.
class FilterTree
{
public:
    using Problems = ConditionParser::Problems;

    static constexpr int deepest = 10;
    static constexpr std::size_t mostConditions = 100;

    /// Both outlive it.
    explicit FilterTree(const Table &table, const Relations &relations = Relations::none())
        : m_parser(table, relations)
    {
    }

    /// A group that is true when there is nothing in it. Not JSON or of another shape: ErrorCode::BadRequest.
    Result<Condition> parseText(std::string_view json, const QString &path, Problems &problems) const;
    Result<Condition> parse(const json::Value &filter, const QString &path, Problems &problems) const;

private:
    struct Reading;

    void read(const json::Value &filter, Condition &into, Reading &reading, int depth) const;
    void readNode(const json::Object &node, Condition &into, Reading &reading, int depth) const;
    void readMember(const json::Member &member, Condition &into, Reading &reading, int depth) const;
    void readGroup(const json::Value &parts, Operator op, Condition &into, Reading &reading, int depth) const;
    void readNested(const json::Value &filter, Condition &into, Reading &reading, int depth) const;
    void readLeaf(const QString &name, const json::Value &value, Condition &into, Reading &reading) const;

    ConditionParser m_parser;
};

/// A filter that was sent as text. Not JSON: ErrorCode::BadRequest naming `path`.
Result<json::Value> readFilter(std::string_view json, const QString &path);

/// How many comparisons a condition makes.
std::size_t countOf(const Condition &condition);

} // namespace tenantry::data
