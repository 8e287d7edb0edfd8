// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <atomic>
#include <memory>
#include <utility>
#include <vector>

namespace tenantry::http {

class BodyFile;

enum class Method { Get, Head, Post, Put, Patch, Delete, Options };

QByteArray nameOf(Method method);

/// A whole HTTP request, as the connection read it. `path` is percent-encoded still and begins with '/'.
struct Request
{
    Method method = Method::Get;
    QByteArray path;
    QByteArray query; ///< without '?', percent-encoded
    QByteArray host;  ///< of the one Host header, port included
    QByteArray body;  ///< not longer valid than the request where it lies in a file: copy its bytes, not the array
    std::shared_ptr<BodyFile> bodyFile; ///< where a large body lies; empty otherwise
    /// Set once the client has closed its end; whoever works long for an answer may look, and stop. Null in tests.
    std::shared_ptr<const std::atomic<bool>> hungUp;
    QByteArray remoteAddress;
    bool secure = false;
    std::vector<std::pair<QByteArray, QByteArray>> headers;

    /// The first header of that name (any letter case), or an empty array.
    QByteArray header(const char *name) const;
};

} // namespace tenantry::http
