// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <QByteArray>

namespace tenantry::server {

/// The value as YAML 1.2 in block style. Texts and keys are written as JSON strings, which YAML reads as they are, so
/// no text can be taken for a number or a date.
QByteArray toYaml(const json::Value &value);

} // namespace tenantry::server
