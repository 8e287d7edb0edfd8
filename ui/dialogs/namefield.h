// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <vector>

class QLineEdit;

namespace tenantry::ui {

/// What is wrong with the name in `editor`, for the field "name": nothing typed, or more than `longest` characters.
std::vector<FieldError> checkName(const QLineEdit &editor, int longest);

} // namespace tenantry::ui
