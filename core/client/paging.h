// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrlQuery>

namespace tenantry::client {

inline constexpr int listPageSize = 100; ///< the most a list gives

/// Asks a list for one page, counted from 1; with `search` only for what holds that text.
QUrlQuery pageQuery(int page, const QString &search = {});

} // namespace tenantry::client
