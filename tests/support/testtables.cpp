// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testtables.h"

#include "core/data/definition/tabledefinition.h"
#include "core/data/schema/ddlwriter.h"
#include "core/json/reader.h"
#include "tests/support/testdatabase.h"

using namespace Qt::StringLiterals;

namespace tenantry::test {

std::shared_ptr<const data::Table> TestTables::add(const char *name, const char *definition)
{
    using namespace data;
    TableDefinition parsed = expectValue(TableDefinition::parse(u"shop"_s, name, expectValue(json::read(definition))));
    DefinitionReport report;
    const auto lookup = [&](const QString &, std::string_view target) -> const Table * {
        const auto found = m_tables.find(target);
        return found == m_tables.end() ? nullptr : found->second.get();
    };
    parsed.resolve(lookup, JsonPath(), report);
    if (!report.acceptable())
        qFatal("%s: %s", qPrintable(report.problems().front().path), qPrintable(report.problems().front().message));
    auto table = std::make_shared<const Table>(std::move(parsed.table));
    m_tables[name] = table;
    m_order.push_back(table);
    return table;
}

void TestTables::create(sql::Database &database) const
{
    expectValue(database.write(
        [this](sql::Transaction &transaction) -> Result<int> {
            const data::DdlWriter ddl(transaction.space());
            for (const auto &table : m_order) {
                TRY(transaction.connection().script(ddl.createTable(*table)));
                for (const data::Column &column : table->columns) {
                    if (column.constraints.unique)
                        TRY(transaction.connection().script(ddl.createUnique(*table, column)));
                }
                for (const data::Index &index : table->indexes)
                    TRY(transaction.connection().script(ddl.indexes().create(*table, index)));
            }
            return 0;
        },
        sql::WriteKind::Alone));
}

} // namespace tenantry::test
