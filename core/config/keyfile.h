// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

/// Files in the data folder that hold a deployment's keys, one a line.
namespace tenantry::keyfile {

/// Shortest key that is taken, in characters.
inline constexpr qsizetype leastLength = 32;

/// A random key, as a line holds it.
QByteArray newKey();

/// The lines of the file, at least one; makes it with a new key, readable by its owner alone, when there is none. Two
/// processes that start at the same time end up with the same key.
Result<QByteArrayList> linesIn(const QString &path);

/// What is said of a file that cannot be used; ErrorCode::Internal.
Error unusable(const QString &path, const QString &why);

} // namespace tenantry::keyfile
