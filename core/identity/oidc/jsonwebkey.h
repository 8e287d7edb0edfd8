// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <QByteArrayView>

namespace tenantry::identity {

/// Whether `signature` over `signedPart` was made by the owner of `key`, a public JSON Web Key (RFC 7517), with
/// `algorithm`, which is RS256 with 2048 bits or more, or ES256 (RFC 7518). False for whatever else.
bool isSignedBy(const json::Value &key, std::string_view algorithm, QByteArrayView signedPart,
                QByteArrayView signature);

} // namespace tenantry::identity
