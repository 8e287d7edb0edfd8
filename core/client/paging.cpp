// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/paging.h"

#include "core/client/transport.h"

using namespace Qt::StringLiterals;

namespace tenantry::client {

QUrlQuery pageQuery(int page, const QString &search)
{
    QUrlQuery query{{u"page"_s, QString::number(page)}, {u"page_size"_s, QString::number(listPageSize)}};
    if (!search.isEmpty())
        query.addQueryItem(u"search"_s, encoded(search));
    return query;
}

} // namespace tenantry::client
