// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/listing.h"

#include "core/base/fold.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

const SortKey *keyNamed(std::span<const SortKey> keys, QStringView name)
{
    const auto found = std::find_if(keys.begin(), keys.end(), [&](const SortKey &key) { return key.name == name; });
    return found == keys.end() ? nullptr : &*found;
}

Error unknownOrdering(std::span<const SortKey> keys)
{
    QStringList names;
    for (const SortKey &key : keys)
        names.append(key.name);
    return Error::field(u"ordering"_s, u"Order by one of %1, with '-' in front to reverse."_s.arg(names.join(u", "_s)));
}

/// `text` for LIKE ... ESCAPE '\\', meaning itself.
QString likeLiteral(QString text)
{
    for (const QChar special : {u'\\', u'%', u'_'})
        text.replace(special, u'\\' + QString(special));
    return text;
}

} // namespace

Result<std::string> orderBy(const QString &ordering, const QString &fallback, std::span<const SortKey> keys,
                            std::string_view last)
{
    std::string sql = " ORDER BY ";
    for (const QString &item : (ordering.isEmpty() ? fallback : ordering).split(u',')) {
        QStringView name = QStringView(item).trimmed();
        const bool descending = name.startsWith(u'-');
        if (descending)
            name = name.sliced(1);
        const SortKey *key = keyNamed(keys, name);
        if (!key)
            return failure(unknownOrdering(keys));
        sql.append(key->column).append(descending ? " DESC, " : ", ");
    }
    return sql.append(last);
}

void Conditions::add(std::string condition)
{
    m_conditions.push_back(std::move(condition));
}

void Conditions::addFlag(const std::string &column, std::optional<bool> wanted)
{
    if (wanted)
        add((*wanted ? "" : "NOT ") + column);
}

std::string Conditions::bind(sql::Value value)
{
    m_values.push_back(std::move(value));
    return '$' + std::to_string(m_values.size());
}

std::string Conditions::bindList(const std::vector<std::int64_t> &values)
{
    std::string list;
    for (const std::int64_t value : values)
        list.append(list.empty() ? "" : ", ").append(bind(value));
    return list;
}

void Conditions::addSearch(std::string_view column, const QString &part)
{
    add(std::string(column) + " LIKE " + bind(u'%' + likeLiteral(folded(part)) + u'%') + " ESCAPE '\\'");
}

std::string Conditions::where() const
{
    std::string sql;
    for (const std::string &condition : m_conditions)
        sql.append(sql.empty() ? " WHERE " : " AND ").append(condition);
    return sql;
}

std::string searchedColumns(sql::Dialect dialect, std::initializer_list<std::string_view> columns)
{
    std::string text;
    for (const std::string_view column : columns)
        text.append(text.empty() ? "" : " || ' ' || ").append(column);
    return dialect == sql::Dialect::Postgres ? "upper((" + text + ") COLLATE \"und-x-icu\")"
                                             : "tenantry_upper(" + text + ")";
}

QString searchText(const QStringList &fields)
{
    return folded(fields.join(u'\n'));
}

} // namespace tenantry
