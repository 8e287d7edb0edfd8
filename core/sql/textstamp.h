// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace tenantry::sql {

/// Names the way in which this program splits, folds and reduces texts, on which depends what SQLite's indexes hold: it
/// is another one when a library, the stop words or our own rules make something else of some text. What stemmers do is
/// told from sample words. Computed once; thread-safe.
const std::string &textStamp();

} // namespace tenantry::sql
