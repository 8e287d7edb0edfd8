// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/definition/indexdefinition.h"

#include "core/base/fold.h"
#include "core/data/columntype.h"
#include "core/data/definition/columnlist.h"
#include "core/data/tablename.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

/// Kinds of indexes that only one engine has.
constexpr std::array unavailable{"expression", "where", "using"};

std::string readIndexName(const json::Value &index, const JsonPath &path, DefinitionReport &report)
{
    const std::string_view name = index["name"].string();
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20; };
    if (name.empty() || name.size() > maxIdentifierBytes || std::any_of(name.begin(), name.end(), isControl))
        report.problem(path / "name", u"give the index a name of at most %1 bytes"_s.arg(maxIdentifierBytes));
    return std::string(name);
}

Index readIndex(const json::Value &written, const Table &table, const JsonPath &path, DefinitionReport &report)
{
    Index index;
    if (!written.isObject()) {
        report.problem(path, u"must be an object with `name` and `fields`"_s);
        return index;
    }
    index.name = readIndexName(written, path, report);
    for (const char *key : unavailable) {
        if (!written[key].isNull())
            report.problem(path / key, u"is not available; index fields of the table"_s);
    }
    const bool byColumns = written["fields"].isNull() && !written["columns"].isNull();
    const char *key = byColumns ? "columns" : "fields";
    index.columns = readColumnList(written[key], table, path / key, report);
    for (const std::string &name : index.columns) {
        const DataType &type = table.column(name)->type;
        if (!isScalar(type))
            report.problem(path / key,
                           u"'%1' cannot be indexed: it is %2"_s.arg(QString::fromStdString(name), describeType(type)));
    }
    const json::Value &method = written["type"].isNull() ? written["method"] : written["type"];
    if (!method.isNull() && method.string() != "btree")
        report.problem(path / "type", u"must be btree"_s);
    const json::Value &unique = written["unique"];
    if (!unique.isNull() && !unique.isBool())
        report.problem(path / "unique", u"must be true or false"_s);
    index.unique = unique.boolean();
    return index;
}

} // namespace

std::vector<Index> readIndexes(const json::Value &indexes, const Table &table, const JsonPath &path,
                               DefinitionReport &report)
{
    if (indexes.isNull())
        return {};
    if (!indexes.isArray()) {
        report.problem(path, u"must be a list"_s);
        return {};
    }
    std::vector<Index> list;
    for (std::size_t i = 0; i < indexes.array().size(); ++i) {
        Index index = readIndex(indexes.at(i), table, path / i, report);
        const auto same = [&](const Index &other) { return folded(other.name) == folded(index.name); };
        if (!index.name.empty() && std::any_of(list.begin(), list.end(), same))
            report.problem(path / i / "name", u"another index has this name (upper and lower case are the same)"_s);
        list.push_back(std::move(index));
    }
    return list;
}

} // namespace tenantry::data
