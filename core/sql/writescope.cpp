// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/writescope.h"

namespace tenantry::sql {

namespace {
thread_local const WriteScope *innermost = nullptr;
}

WriteScope::WriteScope(const void *database)
    : m_database(database)
    , m_outer(innermost)
{
    innermost = this;
}

WriteScope::~WriteScope()
{
    innermost = m_outer;
}

bool WriteScope::isInside(const void *database)
{
    for (const WriteScope *scope = innermost; scope; scope = scope->m_outer) {
        if (scope->m_database == database)
            return true;
    }
    return false;
}

} // namespace tenantry::sql
