// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/tablename.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

/// Words that follow `datatables/` in paths of their own, and tables of the system.
constexpr std::array reservedTableNames{std::string_view("create_schema"), std::string_view("auth_user"),
                                        std::string_view("storage_objects"), std::string_view("validate_schema"),
                                        std::string_view("export_schema")};

/// System columns of PostgreSQL, and what SQLite takes for the row number.
constexpr std::array reservedColumnNames{
    std::string_view("ctid"),     std::string_view("xmin"),  std::string_view("xmax"),
    std::string_view("cmin"),     std::string_view("cmax"),  std::string_view("oid"),
    std::string_view("tableoid"), std::string_view("rowid"), std::string_view("_rowid_")};

template<class Names>
bool contains(const Names &names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isIdentifier(std::string_view name)
{
    return !name.empty() && !isDigit(name.front()) && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || isDigit(c) || c == '_';
    });
}

std::string asciiLower(std::string_view text)
{
    std::string lower(text);
    for (char &c : lower) {
        if (c >= 'A' && c <= 'Z')
            c = char(c - 'A' + 'a');
    }
    return lower;
}

} // namespace

std::string normalizedTableName(std::string_view written)
{
    std::string name;
    for (const char c : written)
        name += (c == '-' || c == ' ' || (c >= '\t' && c <= '\r')) ? '_' : c;
    if (!name.empty() && isDigit(name.front()))
        name.insert(0, "t_");
    return name;
}

std::string physicalTableName(const QString &appSlug, std::string_view tableName)
{
    std::string name = appSlug.toStdString();
    std::replace(name.begin(), name.end(), '-', '_');
    return name.append("_").append(tableName);
}

std::optional<QString> tableNameProblem(const QString &appSlug, std::string_view tableName)
{
    if (tableName.empty())
        return u"give the table a name"_s;
    if (!isIdentifier(tableName))
        return u"use lower-case letters, digits and '_', beginning with a letter or '_'"_s;
    if (tableName.ends_with("_edges"))
        return u"names ending in '_edges' belong to companion tables; choose another"_s;
    if (contains(reservedTableNames, tableName))
        return u"this word is reserved; choose another name"_s;
    const std::string physicalName = physicalTableName(appSlug, tableName);
    if (physicalName.size() > maxPhysicalNameBytes)
        return u"too long: together with the app's slug the name may have %1 bytes, this has %2"_s
            .arg(maxPhysicalNameBytes)
            .arg(physicalName.size());
    if (physicalName.starts_with("sqlite_"))
        return u"tables of an app with the slug 'sqlite' would get a reserved name; use an app with another slug"_s;
    return std::nullopt;
}

std::optional<QString> columnNameProblem(std::string_view name)
{
    if (name.empty())
        return u"give the field a name"_s;
    if (name.size() > maxIdentifierBytes)
        return u"too long: a field's name may have %1 bytes"_s.arg(maxIdentifierBytes);
    if (name.find("__") != std::string_view::npos || name.find('.') != std::string_view::npos)
        return u"a field's name must not contain '__' or '.', which are filter syntax"_s;
    if (name.find(',') != std::string_view::npos || name.front() == '-')
        return u"a field's name must not contain ',' or begin with '-', which are ordering syntax"_s;
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    if (std::any_of(name.begin(), name.end(), isControl))
        return u"a field's name must not contain control characters"_s;
    if (contains(reservedColumnNames, asciiLower(name)))
        return u"this name is reserved by the database; choose another"_s;
    return std::nullopt;
}

} // namespace tenantry::data
