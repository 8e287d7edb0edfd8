// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace tenantry {

/// The deployment's master keys from the file `master.key` in the data folder, the current one first; makes it,
/// readable by its owner alone, when there is none. Former ones stay until somebody deletes their lines.
Result<QByteArrayList> masterKeysIn(const QString &dataDirectory);

/// Puts a new key before those of the file.
Result<void> addMasterKey(const QString &dataDirectory);

} // namespace tenantry
