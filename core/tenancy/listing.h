// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/sql/value.h"

#include <QString>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tenantry {

/// The part of a list that is wanted.
struct Window
{
    std::int64_t offset = 0;
    std::int64_t limit = 20;
};

template<class T>
struct Page
{
    std::vector<T> items;
    std::int64_t total = 0; ///< that match, on all pages
};

/// A name that `ordering` may hold, and the column it means.
struct SortKey
{
    QLatin1StringView name;
    std::string_view column;
};

/// What `ordering` ("-created,name") means, with `last` as the key that makes the order total; an unknown name is an
/// error about the parameter that lists those there are. An empty text means `fallback`.
Result<std::string> orderBy(const QString &ordering, const QString &fallback, std::span<const SortKey> keys,
                            std::string_view last);

/// The conditions of a list with their bound values, joined by AND.
class Conditions
{
public:
    void add(std::string condition);
    /// `column`, a truth value, is as wanted; nothing where nothing is.
    void addFlag(const std::string &column, std::optional<bool> wanted);
    /// Binds the value and answers its parameter: "$3".
    std::string bind(sql::Value value);
    /// The same for each: "$3, $4, $5".
    std::string bindList(const std::vector<std::int64_t> &values);
    /// `column`, a search_text, holds `part` in any letter case.
    void addSearch(std::string_view column, const QString &part);

    std::string where() const; ///< " WHERE ... AND ...", or nothing
    const sql::Values &values() const { return m_values; }

private:
    std::vector<std::string> m_conditions;
    sql::Values m_values;
};

/// SQL of the texts in these columns, as addSearch() compares them: for tables that have no search_text.
std::string searchedColumns(sql::Dialect dialect, std::initializer_list<std::string_view> columns);

/// What the columns named search_text hold: the fields as search compares them, one a line.
QString searchText(const QStringList &fields);

} // namespace tenantry
