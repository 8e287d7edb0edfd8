// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace tenantry {

/// Writes a file that only its owner may read (mode 0600), whole or not at all: it is made under another name, flushed
/// to disk and put in place of whatever had the name. For secrets.
Result<void> writePrivateFile(const QString &path, const QByteArray &content);

/// Makes the folder where there is none, for its owner alone (mode 0700); one that is there stays as it is. False when
/// it cannot be made.
bool makePrivateFolder(const QString &path);

} // namespace tenantry
