// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/constraintname.h"

#include "core/base/crypto.h"
#include "core/data/graph/edgestable.h"
#include "core/data/tablename.h"

namespace tenantry::data {

namespace {

constexpr std::size_t hashDigits = 16;

std::string_view kindName(ConstraintKind kind)
{
    switch (kind) {
    case ConstraintKind::PrimaryKey:
        return "key";
    case ConstraintKind::Unique:
        return "unique";
    case ConstraintKind::NotNull:
        return "required";
    case ConstraintKind::MinLength:
        return "min_length";
    case ConstraintKind::MaxLength:
        return "max_length";
    case ConstraintKind::Minimum:
        return "minimum";
    case ConstraintKind::Maximum:
        return "maximum";
    case ConstraintKind::OneOf:
        return "enum";
    case ConstraintKind::Pattern:
        return "pattern";
    case ConstraintKind::ForeignKey:
        return "reference";
    case ConstraintKind::Index:
        return "index";
    case ConstraintKind::Sequence:
        return "sequence";
    case ConstraintKind::Loop:
        return "loop";
    }
    Q_UNREACHABLE();
}

/// The first bytes of a UTF-8 text, without half a character at the end.
std::string_view cut(std::string_view text, std::size_t bytes)
{
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xc0) == 0x80)
        --bytes;
    return text.substr(0, bytes);
}

std::vector<std::string> primaryKeyColumns(const Table &table)
{
    std::vector<std::string> columns;
    for (const std::size_t index : table.primaryKey)
        columns.push_back(table.columns[index].name);
    return columns;
}

std::optional<TableConstraint> findByName(const Table &table, std::string_view reported)
{
    const auto isNamed = [&](ConstraintKind kind, std::string_view subject) {
        return constraintName(table.physicalName, kind, subject) == reported;
    };
    // SQLite's primary keys have no name; core/sql reports them as PostgreSQL would call them by default.
    if (isNamed(ConstraintKind::PrimaryKey, {}) || reported == table.physicalName + "_pkey")
        return TableConstraint{ConstraintKind::PrimaryKey, primaryKeyColumns(table)};
    if (isNamed(ConstraintKind::Loop, {}))
        return TableConstraint{ConstraintKind::Loop, {std::string(edgestable::toId)}};
    for (const ForeignKey &key : table.foreignKeys) {
        if (constraintName(table, key) == reported)
            return TableConstraint{ConstraintKind::ForeignKey, key.columns};
    }
    for (const Index &index : table.indexes) {
        if (isNamed(ConstraintKind::Index, index.name))
            return TableConstraint{ConstraintKind::Index, index.columns};
    }
    for (const Column &column : table.columns) {
        for (const ConstraintKind kind :
             {ConstraintKind::Unique, ConstraintKind::MinLength, ConstraintKind::MaxLength, ConstraintKind::Minimum,
              ConstraintKind::Maximum, ConstraintKind::OneOf, ConstraintKind::Pattern}) {
            if (isNamed(kind, column.name))
                return TableConstraint{kind, {column.name}};
        }
    }
    return std::nullopt;
}

} // namespace

std::string constraintName(std::string_view physicalName, ConstraintKind kind, std::string_view subject)
{
    std::string name(physicalName);
    name.append(":").append(kindName(kind));
    if (!subject.empty())
        name.append(":").append(subject);
    if (name.size() <= maxIdentifierBytes)
        return name;
    const std::string hash = crypto::sha256Hex(name).first(qsizetype(hashDigits)).toStdString();
    return std::string(cut(name, maxIdentifierBytes - hashDigits - 1)) + ":" + hash;
}

std::string constraintName(const Table &table, const ForeignKey &key)
{
    std::string columns;
    for (const std::string &column : key.columns)
        columns.append(columns.empty() ? "" : ",").append(column);
    return constraintName(table.physicalName, ConstraintKind::ForeignKey, columns);
}

std::optional<TableConstraint> findConstraint(const Table &table, const QString &reported)
{
    const std::string name = reported.toStdString();
    if (auto found = findByName(table, name))
        return found;
    if (table.column(name))
        return TableConstraint{ConstraintKind::NotNull, {name}};
    return std::nullopt;
}

} // namespace tenantry::data
