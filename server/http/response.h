// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <QByteArray>

#include <utility>
#include <vector>

namespace tenantry::http {

/// A whole HTTP answer.
struct Response
{
    int status = 200;
    std::vector<std::pair<QByteArray, QByteArray>>
        headers; ///< Content-Length, Date and Connection are the connection's
    QByteArray body;

    Response &header(QByteArray name, QByteArray value);

    static Response json(QByteArray text, int status = 200);
    static Response json(const json::Value &value, int status = 200);
    static Response noContent();
};

} // namespace tenantry::http
