// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace tenantry {

/// The deployment's secret from the file `secret.key` in the data folder; makes it, readable by its owner alone, when
/// there is none. Two processes that start at the same time end up with the same key.
Result<QByteArray> secretKeyIn(const QString &dataDirectory);

} // namespace tenantry
