// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/newnames.h"

#include "core/base/slug.h"
#include "core/tenancy/sitenames.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

/// Nothing is known here of what is taken; what is reserved nobody gets.
QString slugOf(const QString &name, const QString &fallback)
{
    return freeSlug(slugFrom(name, fallback), [](const QString &slug) { return isReservedSlug(slug); });
}

NewNames withSlug(const QString &name, const QString &fallback)
{
    NewNames names;
    if (!name.trimmed().isEmpty())
        names.slug = slugOf(name.trimmed(), fallback);
    return names;
}

} // namespace

NewNames NewNames::ofOrganization(const QString &name)
{
    return withSlug(name, u"org"_s);
}

NewNames NewNames::ofApp(const QString &name)
{
    return withSlug(name, u"app"_s);
}

NewNames NewNames::ofSite(const QString &name, const json::Value &description)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty())
        return {};
    const json::Value &naming = description["x-site-naming"];
    const QString baseDomain = naming["base_domain"].text();
    const QString prefixed = prefixedSiteName(trimmed, naming["deployment"].text());
    NewNames names;
    names.name = prefixed == trimmed ? QString() : prefixed;
    names.slug = slugOf(prefixed, u"site"_s);
    names.schemaName = schemaNameFrom(prefixed);
    names.domain = baseDomain.isEmpty() ? QString() : names.slug + u'.' + baseDomain;
    return names;
}

} // namespace tenantry::ui
