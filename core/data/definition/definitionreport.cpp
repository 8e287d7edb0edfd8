// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/definition/definitionreport.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

JsonPath JsonPath::operator/(std::string_view key) const
{
    return below(QString::fromUtf8(key.data(), qsizetype(key.size())));
}

JsonPath JsonPath::operator/(std::size_t index) const
{
    return below(QString::number(index));
}

JsonPath JsonPath::below(const QString &step) const
{
    return JsonPath(m_text.isEmpty() ? step : m_text + u'.' + step);
}

void DefinitionReport::warning(const JsonPath &where, const QString &message)
{
    m_warnings.append(where.text() + u": "_s + message);
}

} // namespace tenantry::data
