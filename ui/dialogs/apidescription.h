// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/api.h"

#include <vector>

namespace tenantry::ui {

/// What a server says of the bodies it takes (OpenAPI, /api/schema/): which members are required, how long they may be,
/// which words they may have. Asked for once per server, so that forms need no rules of their own. Until it is known,
/// or where it cannot be had, nothing is refused here: the server checks all the same.
class ApiDescription : public QObject
{
    Q_OBJECT

public:
    /// Of this server; asks for it when that is the first time. Lives as long as `api`.
    static ApiDescription &of(client::Api &api);

    bool isKnown() const { return !m_schemas.isNull(); }
    /// What the server says of itself: the description's `info`; null until it is known.
    const json::Value &info() const { return m_info; }
    /// What is wrong with `body` as a body of that name ("NewSite"); empty when nothing is, or nothing is known.
    std::vector<FieldError> check(std::string_view schema, const json::Object &body) const;

signals:
    /// From now on it is known.
    void arrived();

private:
    explicit ApiDescription(client::Api &api);

    json::Value m_info;
    json::Value m_schemas; ///< by name
};

} // namespace tenantry::ui
