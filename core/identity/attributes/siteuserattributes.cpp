// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/attributes/siteuserattributes.h"

#include "core/identity/attributes/attributeschemas.h"
#include "core/json/reader.h"
#include "core/json/writer.h"

namespace tenantry::identity {

Result<std::string> mergedAttributes(sql::Session &session, const std::string &before, const json::Object &given)
{
    const SiteAttributeSchema site = TRY(AttributeSchemas::load(session));
    const json::Value stored = TRY(json::read(before));
    const json::Object after = TRY(site.schema.merged(stored.object(), given));
    return json::canonical(after);
}

Result<QStringList> missingAttributes(sql::Session &session, const std::string &attributes)
{
    const SiteAttributeSchema site = TRY(AttributeSchemas::load(session));
    if (!site.exists)
        return QStringList();
    const json::Value stored = TRY(json::read(attributes));
    return site.schema.missing(stored.object());
}

} // namespace tenantry::identity
