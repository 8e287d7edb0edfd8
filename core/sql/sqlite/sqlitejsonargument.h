// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/reader.h"
#include "core/sql/sqlite/sqlitefunction.h"

#include <memory>

namespace tenantry::sql {

/// An argument as JSON; null when it is none.
inline json::Value jsonOf(sqlite3_value *value)
{
    return json::read(textOf(value)).value_or(json::Value());
}

/// An argument that is the same for all rows, read as JSON once per statement.
class JsonConstant
{
public:
    JsonConstant(sqlite3_context *context, sqlite3_value **arguments, int index)
        : m_context(context)
        , m_index(index)
        , m_value(static_cast<const json::Value *>(sqlite3_get_auxdata(context, index)))
    {
        if (m_value)
            return;
        m_fresh = std::make_unique<json::Value>(jsonOf(arguments[index]));
        m_value = m_fresh.get();
    }
    ~JsonConstant()
    {
        // SQLite may delete it at once, so that this comes last.
        if (m_fresh)
            sqlite3_set_auxdata(m_context, m_index, m_fresh.release(),
                                [](void *kept) { delete static_cast<json::Value *>(kept); });
    }
    JsonConstant(const JsonConstant &) = delete;
    JsonConstant &operator=(const JsonConstant &) = delete;

    const json::Value &operator*() const { return *m_value; }

private:
    sqlite3_context *m_context;
    int m_index;
    std::unique_ptr<json::Value> m_fresh;
    const json::Value *m_value;
};

/// Answers whether `holds(left, right)` of the two documents that are the arguments; null when one of them is.
template<class Relation>
void answerRelation(sqlite3_context *context, sqlite3_value **arguments, Relation holds)
{
    if (isNull(arguments[0]) || isNull(arguments[1]))
        return;
    const JsonConstant left(context, arguments, 0);
    const JsonConstant right(context, arguments, 1);
    sqlite3_result_int(context, holds(*left, *right) ? 1 : 0);
}

} // namespace tenantry::sql
