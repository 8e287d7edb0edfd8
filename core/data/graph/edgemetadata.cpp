// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/graph/edgemetadata.h"

#include "core/data/graph/edgestable.h"
#include "core/data/rows/constraintchecker.h"
#include "core/data/values/valuecodec.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

std::optional<QString> problemOf(const ConstraintChecker &constraints, const Table &fields, std::size_t index,
                                 const json::Value &value)
{
    const Column &field = fields.columns[index];
    if (value.isNull())
        return field.nullable ? std::nullopt : std::optional(u"This field is required."_s);
    const ParsedValue parsed = valueFromJson(field, value);
    if (!parsed)
        return parsed.error();
    return constraints.problem(index, *parsed);
}

} // namespace

std::vector<FieldError> metadataProblems(const EdgeType &type, const json::Value &metadata, const QString &path)
{
    if (type.metadata.empty())
        return {};
    Table fields;
    fields.columns = type.metadata;
    const ConstraintChecker constraints(fields);
    std::vector<FieldError> problems;
    for (std::size_t i = 0; i < fields.columns.size(); ++i) {
        const std::string &name = fields.columns[i].name;
        if (std::optional<QString> problem = problemOf(constraints, fields, i, metadata[name]))
            problems.push_back(
                {path + QLatin1StringView(edgestable::metadata.data()) + u'.' + QString::fromStdString(name),
                 std::move(*problem)});
    }
    return problems;
}

} // namespace tenantry::data
