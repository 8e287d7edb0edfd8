// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace tenantry::server {

enum class Plus { Literal, Space }; ///< Space: the form encoding of query strings

/// Text of a percent-encoded part of a URL (RFC 3986 section 2.1). A '%' without two hex digits stands for itself;
/// bytes that are not UTF-8 become U+FFFD.
QString percentDecoded(QByteArrayView encoded, Plus plus);

} // namespace tenantry::server
