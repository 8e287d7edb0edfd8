// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/bodystore.h"
#include "server/http/requestparser.h"

#include <chrono>

namespace tenantry::http {

/// What one client may take of the server before it is refused or cut off.
struct Limits
{
    RequestParser::Limits sizes;
    BodyStore::Limits bodies;
    int connections = 10'000;               ///< in all
    int connectionsPerAddress = 1'024;      ///< 0: no limit
    int pipelined = 16;                     ///< requests of one connection that are read before the first is answered
    qint64 unsent = 4 * 1024 * 1024;        ///< bytes of answers a client may leave unread before its requests wait
    qint64 drained = 64 * 1024 * 1024;      ///< bytes read and dropped after an early refusal, so that it arrives
    std::chrono::milliseconds idle{60'000}; ///< between requests, and without progress in taking an answer
    std::chrono::milliseconds head{10'000}; ///< from the first byte of a request to its empty line
    std::chrono::milliseconds body{60'000}; ///< from there to the end of its body, and a second for each bodyRate bytes
    qint64 bodyRate = 64 * 1024;            ///< so that large bodies of honest speed have time
    std::chrono::milliseconds drain{10'000};    ///< from our last byte to the close
    std::chrono::milliseconds lastDrain{1'000}; ///< the same while the server stops
};

} // namespace tenantry::http
