// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/sitenames.h"

#include "core/base/slug.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

bool isReservedSchemaName(const QString &name)
{
    // "tenantry" is where the platform's own tables are.
    return name.startsWith("pg_"_L1) || name == "public"_L1 || name == "information_schema"_L1 || name == "tenantry"_L1;
}

bool isAsciiLetter(QChar c)
{
    return c >= u'a' && c <= u'z';
}

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

} // namespace

QString deploymentPrefix(const QString &environment)
{
    if (environment == "dev"_L1 || environment == "test"_L1 || environment == "staging"_L1)
        return environment + u'-';
    return {};
}

QString prefixedSiteName(const QString &name, const QString &environment)
{
    const QString prefix = deploymentPrefix(environment);
    return name.startsWith(prefix) ? name : prefix + name;
}

QString schemaNameFrom(const QString &prefixedName)
{
    QString name;
    for (const QChar c : prefixedName.toLower()) {
        if (isAsciiLetter(c) || isAsciiDigit(c))
            name.append(c);
        else if (!name.endsWith(u'_'))
            name.append(u'_');
    }
    if (name.isEmpty() || !(isAsciiLetter(name.front()) || name.front() == u'_') || isReservedSchemaName(name))
        name.prepend(u'_');
    return name.left(maxSchemaNameLength);
}

Result<void> checkSchemaName(const QString &name)
{
    static const QRegularExpression pattern(QRegularExpression::anchoredPattern(u"[a-z_][a-z0-9_]*"_s));
    const QString field = u"schema_name"_s;
    if (name.size() > maxSchemaNameLength)
        return failure(Error::field(field, u"A schema name has at most 63 characters."_s));
    if (!pattern.match(name).hasMatch())
        return failure(
            Error::field(field, u"Use lower-case letters, digits and '_', beginning with a letter or '_'."_s));
    if (isReservedSchemaName(name))
        return failure(Error::field(field, u"This schema name is reserved; choose another."_s));
    return {};
}

QString freeSchemaName(const QString &name, const std::function<bool(const QString &)> &taken)
{
    QString candidate = name;
    for (int counter = 1; taken(candidate); ++counter) {
        const QString suffix = u'_' + QString::number(counter);
        candidate = name.left(maxSchemaNameLength - suffix.size()) + suffix;
    }
    return candidate;
}

} // namespace tenantry
