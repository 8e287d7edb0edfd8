// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/postgres/postgrescursor.h"

#include <libpq-fe.h>

#include <charconv>

namespace tenantry::sql {

void PostgresResultDeleter::operator()(pg_result *result) const
{
    PQclear(result);
}

PostgresCursor::PostgresCursor(PostgresResult result)
    : m_result(std::move(result))
{
}

Result<bool> PostgresCursor::next()
{
    const int rows = PQntuples(m_result.get());
    m_row = std::min(m_row + 1, rows);
    return m_row < rows;
}

int PostgresCursor::columnCount() const
{
    return PQnfields(m_result.get());
}

std::string_view PostgresCursor::columnName(int column) const
{
    return PQfname(m_result.get(), column);
}

bool PostgresCursor::isNull(int column) const
{
    return PQgetisnull(m_result.get(), m_row, column) != 0;
}

std::int64_t PostgresCursor::integer(int column) const
{
    std::int64_t value = 0;
    const std::string_view digits = text(column);
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

double PostgresCursor::real(int column) const
{
    double value = 0;
    const std::string_view digits = text(column);
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

bool PostgresCursor::boolean(int column) const
{
    const std::string_view value = text(column);
    return value == "t" || (value != "f" && integer(column) != 0);
}

std::string_view PostgresCursor::text(int column) const
{
    return {PQgetvalue(m_result.get(), m_row, column), std::size_t(PQgetlength(m_result.get(), m_row, column))};
}

QByteArray PostgresCursor::blob(int column) const
{
    const std::string_view value = text(column);
    if (!value.starts_with("\\x"))
        return QByteArray(value.data(), qsizetype(value.size()));
    return QByteArray::fromHex(QByteArray::fromRawData(value.data() + 2, qsizetype(value.size()) - 2));
}

} // namespace tenantry::sql
