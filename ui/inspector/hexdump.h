// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace tenantry::ui {

/// Bytes as `hexdump -C` shows them: sixteen a line with their place before them, and the printable ones behind.
QString hexDump(QByteArrayView bytes);

} // namespace tenantry::ui
