// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/requestparser.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <vector>

using namespace tenantry::http;

namespace {

using State = RequestParser::State;

constexpr qint64 bodyLimit = 4096;

/// What a stream of bytes was read as.
struct Outcome
{
    std::vector<Request> requests;
    State end = State::Head;
};

bool sameRequest(const Request &left, const Request &right)
{
    return left.method == right.method && left.path == right.path && left.query == right.query &&
           left.host == right.host && left.body == right.body && left.headers == right.headers;
}

/// Offers the bytes in pieces of `step`, as a connection does.
Outcome readInPieces(const QByteArray &bytes, qsizetype step)
{
    Outcome outcome;
    RequestParser parser;
    QByteArray waiting;
    for (qsizetype at = 0; at < bytes.size() && parser.state() != State::Failed; at += step) {
        waiting += bytes.mid(at, step);
        for (bool moves = true; moves;) {
            const qsizetype taken = parser.feed(waiting);
            waiting.remove(0, taken);
            moves = taken > 0;
            if (parser.state() == State::HeadRead) {
                parser.acceptBody(bodyLimit);
                moves = true;
            } else if (parser.state() == State::Complete) {
                outcome.requests.push_back(parser.take());
                moves = true;
            } else if (parser.state() == State::Failed) {
                moves = false;
            }
        }
    }
    outcome.end = parser.state();
    return outcome;
}

} // namespace

/// The request reader neither breaks on any bytes, nor reads something else from them when they arrive in other pieces.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const Outcome whole = readInPieces(bytes, qMax<qsizetype>(bytes.size(), 1));
    const Outcome pieces = readInPieces(bytes, 1 + bytes.size() % 13);
    const bool same = std::equal(whole.requests.begin(), whole.requests.end(), pieces.requests.begin(),
                                 pieces.requests.end(), sameRequest);
    if (!same || whole.end != pieces.end)
        std::abort();
    return 0;
}
