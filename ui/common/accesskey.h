// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tenantry::ui {

/// The text of an action or label as it reads where it has no access key: "&Open" is "Open", and so is "打开(&O)", as
/// languages write it that do not use Latin letters.
QString withoutAccessKey(const QString &text);

} // namespace tenantry::ui
