// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/writescope.h"

using namespace Qt::StringLiterals;

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

Result<void> WriteScope::requireOutside(const void *database)
{
    for (const WriteScope *scope = innermost; scope; scope = scope->m_outer) {
        if (scope->m_database == database)
            return failure(Error::internal(u"a write closure reads and writes through its transaction"_s));
    }
    return {};
}

bool WriteScope::isInside()
{
    return innermost != nullptr;
}

} // namespace tenantry::sql
