// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <QByteArray>
#include <QIODevice>

#include <memory>
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
    /// Where set, the body is what this holds from its position on, read as the client takes it. Files and buffers go
    /// with their length; sequential devices end where they answer no more bytes. Read and destroyed on an I/O thread,
    /// so reading must not block and the device must not need an event loop.
    std::shared_ptr<QIODevice> device;

    Response &header(QByteArray name, QByteArray value);

    static Response json(QByteArray text, int status = 200);
    static Response json(const json::Value &value, int status = 200);
    static Response noContent();
};

} // namespace tenantry::http
