// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/middleware/correlation.h"

#include "core/base/ids.h"

namespace tenantry::server {

bool isTraceId(const QByteArray &id)
{
    return !id.isEmpty() && id.size() <= 128 && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
               c == '-';
    });
}

Middleware correlation()
{
    return {[](Call &call) -> Result<void> {
                const QByteArray sent = call.request.header("X-Correlation-ID");
                call.correlationId = isTraceId(sent) ? sent : newUuid().toLatin1();
                call.answerHeaders.emplace_back("X-Correlation-ID", call.correlationId);
                return {};
            },
            {}};
}

} // namespace tenantry::server
