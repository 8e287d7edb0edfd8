// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/definition/columnlist.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

/// PostgreSQL's limit for keys and indexes.
constexpr std::size_t maxKeyColumns = 32;

} // namespace

std::vector<std::string> readNameList(const json::Value &names, const JsonPath &path, DefinitionReport &report)
{
    if (names.isString() && !names.string().empty())
        return {std::string(names.string())};
    std::vector<std::string> list;
    for (const json::Value &name : names.array()) {
        const bool repeated = std::find(list.begin(), list.end(), name.string()) != list.end();
        if (!name.isString() || name.string().empty() || repeated)
            break;
        list.emplace_back(name.string());
    }
    if (list.empty() || list.size() > maxKeyColumns || list.size() != names.array().size()) {
        report.problem(path, u"must be a field name or a list of 1 to %1 different field names"_s.arg(maxKeyColumns));
        return {};
    }
    return list;
}

std::vector<std::string> readColumnList(const json::Value &names, const Table &table, const JsonPath &path,
                                        DefinitionReport &report)
{
    std::vector<std::string> list = readNameList(names, path, report);
    for (const std::string &name : list) {
        if (!table.column(name)) {
            report.problem(path, u"there is no field '%1'"_s.arg(QString::fromStdString(name)));
            return {};
        }
    }
    return list;
}

} // namespace tenantry::data
