// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/fieldrules.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace tenantry {

void FieldRules::name(const QString &field, const QString &value, int maximum)
{
    if (value.trimmed().isEmpty())
        fail(field, u"Give a name."_s);
    else if (value.size() > maximum)
        fail(field, u"At most %1 characters."_s.arg(maximum));
}

void FieldRules::oneOf(const QString &field, const std::optional<QString> &value, const QStringList &allowed)
{
    if (value && !allowed.contains(*value))
        fail(field, u"Choose one of %1."_s.arg(allowed.join(u", "_s)));
}

void FieldRules::object(const QString &field, const std::optional<json::Value> &value)
{
    if (value && !value->isObject())
        fail(field, u"Give a JSON object."_s);
}

void FieldRules::notNegative(const QString &field, std::optional<std::int64_t> value)
{
    if (value && *value < 0)
        fail(field, u"Give a number that is not negative."_s);
}

Result<void> FieldRules::result() const
{
    if (!m_errors.empty())
        return failure(Error::invalid(m_errors));
    return {};
}

} // namespace tenantry
