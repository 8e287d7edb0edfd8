// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/writecontext.h"

#include "core/json/writer.h"

namespace tenantry::data {

QByteArray deletionJson(const Written &written)
{
    QByteArray data;
    json::Writer(data)
        .beginObject()
        .member("deleted_count", written.count)
        .member("deleted", written.count)
        .endObject();
    return data;
}

} // namespace tenantry::data
