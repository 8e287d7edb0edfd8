// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/reply.h"

#include <QTest>

#include <optional>

namespace tenantry::test {

/// Turns the event loop until the answer is there, ten seconds at most.
template<class T>
Result<T> await(client::Reply<T> reply)
{
    QObject guard;
    std::optional<Result<T>> answer;
    std::move(reply).then(&guard, [&](Result<T> result) { answer = std::move(result); });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, 10'000))
        return failure(ErrorCode::Timeout, QStringLiteral("no answer within ten seconds"));
    return std::move(*answer);
}

} // namespace tenantry::test
