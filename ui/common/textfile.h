// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <functional>

class QObject;

namespace tenantry::ui {

// Small files, read and written on a thread of their own, as disks may be far away. `then` runs on the thread that
// asked, unless `context`, which lives there, is gone by then.

/// At most `mostBytes`; a larger file is refused.
inline constexpr qint64 mostBytes = 16 * 1024 * 1024;

void readTextFile(const QString &path, QObject *context, std::function<void(Result<QByteArray>)> then);
/// All of it or nothing: what was there stays until the new file is whole.
void writeTextFile(const QString &path, const QByteArray &text, QObject *context,
                   std::function<void(Result<void>)> then);

} // namespace tenantry::ui
