// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/decision.h"

namespace tenantry::test {

/// Why a test's own evaluators decide as they do.
inline const access::Reason because{QStringLiteral("test"), QStringLiteral("test"), {}};

} // namespace tenantry::test
