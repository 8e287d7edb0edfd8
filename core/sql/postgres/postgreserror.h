// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>

namespace tenantry::sql {

/// What PostgreSQL says about a failed statement.
struct PostgresReport
{
    QByteArray state; ///< SQLSTATE; empty when the connection is gone
    QByteArray message;
    QByteArray constraint;
    QByteArray column;
};

/// The report as an Error, by its SQLSTATE (https://www.postgresql.org/docs/15/errcodes-appendix.html).
Error postgresError(const PostgresReport &report);

} // namespace tenantry::sql
