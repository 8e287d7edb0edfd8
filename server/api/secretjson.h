// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secret.h"
#include "core/secrets/secrettype.h"

namespace tenantry::server {

/// One secret; where its value was not read, "[ENCRYPTED]" stands for it.
json::Value secretJson(const secrets::Secret &secret);
/// What a batch tells of a secret beside its key: value, tags, type and sensitivity.
json::Value secretMetadata(const secrets::Secret &secret);
json::Value secretHistoryJson(const secrets::SecretHistoryEntry &entry, const QString &app);
json::Value secretTypeJson(const secrets::SecretType &type);

} // namespace tenantry::server
