// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/search/searchcondition.h"

#include "core/data/search/searchquery.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

bool isSearch(const Table &table, const QString &name)
{
    return table.search && name == "search_vector__search"_L1;
}

std::optional<Condition> searchCondition(const json::Value &value, const QString &path,
                                         std::vector<FieldError> &problems)
{
    const QString text = value.text();
    if (!value.isString())
        problems.push_back({path, u"Expected the words to search for."_s});
    else if (text.size() > longestSearch)
        problems.push_back({path, u"Expected at most %1 characters."_s.arg(longestSearch)});
    else if (text.contains(QChar(u'\0')))
        problems.push_back({path, u"The character U+0000 cannot be stored or searched."_s});
    else
        return Condition{.op = Operator::Search, .operands = {text}};
    return std::nullopt;
}

} // namespace tenantry::data
