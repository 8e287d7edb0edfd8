// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/tablechanges.h"

#include "core/data/schema/changeplanner.h"
#include "core/data/schema/tablerebuild.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

bool startsRebuild(const SchemaOperation &operation)
{
    return operation.way == OperationWay::Rebuild;
}

bool isRename(const SchemaOperation &operation)
{
    return operation.kind == OperationKind::RenameColumn;
}

/// The step whose SQL the rebuild stands in: the last rename that needs it, or else the first step that is none.
std::vector<SchemaOperation>::iterator carrierOf(std::vector<SchemaOperation> &operations)
{
    auto carrier = operations.end();
    for (auto operation = operations.begin(); operation != operations.end() && isRename(*operation); ++operation) {
        if (startsRebuild(*operation))
            carrier = operation;
    }
    return carrier != operations.end() ? carrier : std::find_if(operations.begin(), operations.end(), startsRebuild);
}

/// One rebuild does all steps but the renames, which keys of other tables follow. Comments are no step on SQLite.
void shareRebuild(std::vector<SchemaOperation> &operations, const TableComparison &comparison, const DdlWriter &ddl)
{
    if (std::none_of(operations.begin(), operations.end(), startsRebuild))
        return;
    const TableComparison back(comparison.after(), comparison.renamedBefore(), {}, ddl);
    const auto carrier = carrierOf(operations);
    const bool renamesToo = isRename(*carrier);
    const std::string elsewhere =
        "-- done by the rebuild of " + comparison.after().name + " in the step " + std::string(nameOf(carrier->kind));
    for (auto operation = operations.begin(); operation != operations.end(); ++operation) {
        if (operation == carrier) {
            operation->sql = (renamesToo ? operation->sql + ";\n" : "") + rebuildScript(comparison, ddl);
            operation->rollbackSql =
                rebuildScript(back, ddl) + (renamesToo ? ";\n" + operation->rollbackSql : std::string());
            operation->way = OperationWay::Rebuild;
        } else if (isRename(*operation)) {
            operation->way = OperationWay::Statement;
        } else if (operation->kind != OperationKind::SetComment) {
            operation->way = OperationWay::Rebuilt;
            operation->sql = elsewhere;
            operation->rollbackSql = elsewhere;
        }
    }
}

} // namespace

std::vector<SchemaOperation> planChange(const TableBefore &before, const Table &after,
                                        const std::map<std::string, std::string> &renames, const DdlWriter &ddl)
{
    const TableComparison comparison(before.table, after, renames, ddl);
    std::vector<SchemaOperation> operations = ChangePlanner(comparison, before.references, ddl).plan();
    const bool impossible = std::any_of(operations.begin(), operations.end(),
                                        [](const SchemaOperation &operation) { return operation.refused; });
    if (ddl.dialect() == sql::Dialect::Sqlite && !impossible)
        shareRebuild(operations, comparison, ddl);
    return operations;
}

} // namespace tenantry::data
