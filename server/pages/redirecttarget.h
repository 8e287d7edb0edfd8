// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QUrl>

#include <functional>
#include <utility>
#include <vector>

namespace tenantry::server {

/// Where a browser goes after it has signed in or out. Tokens travel there, so it is checked before it is used.
class RedirectTarget
{
public:
    /// Whether pages of this origin ("https://app.example.org", without a path) may be given tokens.
    using Trust = std::function<bool(const QUrl &origin)>;

    /// `text` as it came in the query. An http or https address without a user name whose origin is trusted; anything
    /// else is BadRequest.
    static Result<RedirectTarget> parse(const QString &text, const Trust &trust);

    /// "https://app.example.org:8443"
    QByteArray origin() const;
    /// The address as it goes into a Location header.
    QByteArray plain() const;
    /// The same with these behind its fragment, form-encoded. Fragments do not reach servers, or their logs.
    QByteArray withFragment(const std::vector<std::pair<QByteArray, QByteArray>> &members) const;

private:
    explicit RedirectTarget(QUrl url);

    QUrl m_url;
};

} // namespace tenantry::server
