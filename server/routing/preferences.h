// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "server/http/request.h"
#include "server/http/response.h"

#include <cstdint>
#include <optional>

namespace tenantry::server {

/// A preference that endpoints may honour; which ones, their declaration says.
enum class Preference {
    Transaction, ///< tx=rollback: answer what would be done, and do nothing
    MaxAffected, ///< max-affected=N: refuse to write more rows
    Count,       ///< count=exact|estimated|none: how to come to the total of a list
};

enum class CountPreference { Exact, Estimated, None };

/// What the `Prefer` headers of a request ask for (RFC 7240), of what its endpoint honours. Others are ignored, unless
/// the request says handling=strict. The first of several of one name counts.
struct Preferences
{
    bool rollback = false;
    std::optional<std::int64_t> maxAffected;
    CountPreference count = CountPreference::Exact;
    QByteArray applied; ///< for Preference-Applied

    /// BadRequest: a known preference with a value it cannot have, one that is not honoured under handling=strict, and
    /// tx=rollback where it is not honoured, whatever the handling: the client would take for a rehearsal what is none.
    static Result<Preferences> parse(const http::Request &request, const std::vector<Preference> &honoured);

    /// The answer, saying which preferences it follows.
    http::Response &confirm(http::Response &response) const;
};

/// "tx=rollback": how OpenAPI spells what an endpoint honours.
QByteArray spellingOf(Preference preference);

} // namespace tenantry::server
