// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/cursor.h"

struct pg_result;

namespace tenantry::sql {

struct PostgresResultDeleter
{
    void operator()(pg_result *result) const;
};
using PostgresResult = std::unique_ptr<pg_result, PostgresResultDeleter>;

/// The rows of one statement in libpq's result, in text format.
class PostgresCursor final : public Cursor
{
public:
    explicit PostgresCursor(PostgresResult result);

    Result<bool> next() override;
    int columnCount() const override;
    std::string_view columnName(int column) const override;
    bool isNull(int column) const override;
    std::int64_t integer(int column) const override;
    double real(int column) const override;
    bool boolean(int column) const override;
    std::string_view text(int column) const override;
    QByteArray blob(int column) const override;

private:
    PostgresResult m_result;
    int m_row = -1;
};

} // namespace tenantry::sql
