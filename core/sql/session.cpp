// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/session.h"

namespace tenantry::sql {

Result<CursorPtr> Session::query(std::string_view sql, const Values &values)
{
    return m_connection.query(prepare(sql), values);
}

std::string Session::prepare(std::string_view sql)
{
    if (!sql.starts_with("SELECT") && sql.find('{') != std::string_view::npos)
        m_hasWrittenOwnTables = true;
    return m_namespace.resolve(sql);
}

Result<std::int64_t> Transaction::execute(std::string_view sql, const Values &values)
{
    return connection().execute(prepare(sql), values);
}

Result<void> Transaction::script(std::string_view sql)
{
    return connection().script(prepare(sql));
}

Result<void> Transaction::nested(const std::function<Result<void>()> &step)
{
    TRY(connection().execute("SAVEPOINT nested", {}));
    Result<void> outcome = step();
    if (!outcome) {
        // Where the engine lost the whole transaction there is no savepoint left, and the step's error says why.
        const Result<std::int64_t> undone = connection().execute("ROLLBACK TO SAVEPOINT nested", {});
        if (!undone)
            return outcome;
    }
    TRY(connection().execute("RELEASE SAVEPOINT nested", {}));
    return outcome;
}

Result<void> Transaction::settleConstraints()
{
    return connection().settleConstraints();
}

} // namespace tenantry::sql
