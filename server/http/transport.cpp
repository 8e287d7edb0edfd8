// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/transport.h"

#include "server/http/plaintransport.h"
#include "server/http/tlstransport.h"

namespace tenantry::http {

std::unique_ptr<Transport> Transport::over(int descriptor, Poller &poller, Owner &owner,
                                           const std::shared_ptr<const TlsContext> &tls)
{
    if (tls)
        return std::make_unique<TlsTransport>(descriptor, poller, owner, *tls);
    return std::make_unique<PlainTransport>(descriptor, poller, owner);
}

} // namespace tenantry::http
