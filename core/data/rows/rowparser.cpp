// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/rowparser.h"

#include "core/base/datetime.h"
#include "core/base/ids.h"
#include "core/data/columntype.h"
#include "core/data/graph/edgebody.h"
#include "core/data/query/nearestname.h"
#include "core/data/query/rowquery.h"
#include "core/data/values/valuecodec.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

/// Room above explicit keys, so that a generator that continues behind them cannot run out.
constexpr std::int64_t greatestGeneratedKey = 9'000'000'000'000'000'000;

/// Beyond this many problems nobody reads on, and finding more costs time.
constexpr std::size_t maxProblems = 100;

QString named(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

QString joined(const QString &path, const QString &name)
{
    return path.isEmpty() ? name : path + u'.' + name;
}

/// What answers carry beside the columns and clients send back with them.
bool isAnnotation(std::string_view name)
{
    return name.starts_with('_') || name == "search_vector";
}

/// A populated object stands for the key it was fetched by.
const json::Value &keyOfPopulated(const Table &table, const Column &column, const json::Value &value)
{
    if (!value.isObject() || !isScalar(column.type))
        return value;
    for (const ForeignKey &foreignKey : table.foreignKeys) {
        for (std::size_t i = 0; i < foreignKey.columns.size(); ++i) {
            if (foreignKey.columns[i] == column.name)
                return value[foreignKey.targetColumns.at(i)];
        }
    }
    return value;
}

Result<const json::Array *> itemsOf(const json::Value &body)
{
    const json::Array &items = body.array();
    if (items.empty())
        return failure(ErrorCode::Validation, u"The array holds no rows; send at least one."_s);
    if (std::int64_t(items.size()) > maxRows) {
        return failure(ErrorCode::Validation,
                       u"At most %1 rows can be sent at once; this body has %2."_s.arg(maxRows).arg(items.size()));
    }
    return &items;
}

/// Calls `read` (item, path) for the only row of a body, or each of several; fails with the problems it finds.
template<class Read>
Result<void> eachRow(const json::Value &body, std::vector<FieldError> &problems, const Read &read)
{
    if (body.isObject()) {
        read(body, QString());
    } else if (body.isArray()) {
        const json::Array &items = *TRY(itemsOf(body));
        for (std::size_t i = 0; i < items.size() && problems.size() < maxProblems; ++i)
            read(items[i], QString::number(i));
    } else {
        return failure(ErrorCode::Validation, u"Expected a row as an object, or several as an array of objects."_s);
    }
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    return {};
}

} // namespace

Result<std::vector<RowValues>> RowParser::newRows(const json::Value &written) const
{
    const json::Value edges = m_table.nodes ? edgeBody(m_table, written, EdgeUse::Create) : json::Value();
    const json::Value &body = m_table.nodes ? edges : written;
    Problems problems;
    std::vector<RowValues> rows;
    const auto read = [&](const json::Value &item, const QString &path) {
        RowValues row = suppliedValues(item, path, problems);
        addDefaults(row, item, path, problems);
        rows.push_back(std::move(row));
    };
    TRY(eachRow(body, problems, read));
    return rows;
}

Result<std::vector<UpsertItem>> RowParser::upserts(const json::Value &written) const
{
    const json::Value edges = m_table.nodes ? edgeBody(m_table, written, EdgeUse::Create) : json::Value();
    const json::Value &body = m_table.nodes ? edges : written;
    Problems problems;
    std::vector<UpsertItem> rows;
    const auto read = [&](const json::Value &item, const QString &path) {
        UpsertItem row{path.isEmpty() ? path : path + u'.', suppliedValues(item, path, problems), {}, {}};
        row.complete = row.given;
        addDefaults(row.complete, item, path, row.missing);
        noteChange(row.given);
        rows.push_back(std::move(row));
    };
    TRY(eachRow(body, problems, read));
    return rows;
}

Result<RowChange> RowParser::change(const RowKey &key, const json::Value &written) const
{
    const json::Value edges = m_table.nodes ? edgeBody(m_table, written, EdgeUse::Change) : json::Value();
    const json::Value &body = m_table.nodes ? edges : written;
    Problems problems;
    RowChange change{key, suppliedValues(body, {}, problems)};
    noteChange(change.values);
    for (std::size_t i = 0; i < m_table.primaryKey.size() && problems.empty(); ++i) {
        const std::optional<sql::Value> &value = change.values[m_table.primaryKey[i]];
        if (value && !sameValue(*value, key.values[i])) {
            problems.push_back({QString::fromStdString(m_table.columns[m_table.primaryKey[i]].name),
                                u"The primary key cannot be changed; leave it out or send the row's own."_s});
        }
    }
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    return change;
}

Result<std::vector<RowChange>> RowParser::changes(const json::Value &written) const
{
    const json::Value edges = m_table.nodes ? edgeBody(m_table, written, EdgeUse::Change) : json::Value();
    const json::Value &body = m_table.nodes ? edges : written;
    if (!body.isArray())
        return failure(ErrorCode::Validation, u"Expected an array of objects, each with its primary key."_s);
    const json::Array &items = *TRY(itemsOf(body));
    Problems problems;
    std::vector<RowChange> changes;
    changes.reserve(items.size());
    for (std::size_t i = 0; i < items.size() && problems.size() < maxProblems; ++i) {
        if (std::optional<RowChange> change = keyedChange(items[i], QString::number(i), problems))
            changes.push_back(std::move(*change));
    }
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    return changes;
}

std::optional<RowChange> RowParser::keyedChange(const json::Value &item, const QString &path, Problems &problems) const
{
    const std::size_t before = problems.size();
    RowValues values = suppliedValues(item, path, problems);
    for (const std::size_t column : m_table.primaryKey) {
        if (problems.size() == before && !values[column]) {
            problems.push_back({joined(path, QString::fromStdString(m_table.columns[column].name)),
                                u"Every item needs the primary key of its row."_s});
        }
    }
    if (problems.size() != before)
        return std::nullopt;
    RowKey key = *rowKeyOf(m_table, values);
    noteChange(values);
    return RowChange{std::move(key), std::move(values)};
}

RowValues RowParser::suppliedValues(const json::Value &item, const QString &path, Problems &problems) const
{
    RowValues row(m_table.columns.size());
    if (!item.isObject()) {
        problems.push_back({path, u"Expected an object with the row's fields."_s});
        return row;
    }
    for (const auto &[name, given] : item.object()) {
        if (problems.size() >= maxProblems)
            break;
        const QString field = joined(path, named(name));
        const std::optional<std::size_t> index = m_table.columnIndex(name);
        if (!index) {
            if (!isAnnotation(name))
                problems.push_back({field, unknownColumn(m_table, name)});
            continue;
        }
        const Column &column = m_table.columns[*index];
        if (column.automatic != Automatic::None)
            continue;
        ParsedValue value = valueFromJson(column, keyOfPopulated(m_table, column, given));
        if (!value) {
            problems.push_back({field, value.error()});
            continue;
        }
        if (std::optional<QString> problem = this->problem(*index, *value))
            problems.push_back({field, std::move(*problem)});
        row[*index] = std::move(*value);
    }
    return row;
}

std::optional<QString> RowParser::problem(std::size_t index, const sql::Value &value) const
{
    const Column &column = m_table.columns[index];
    if (value.isNull() && !column.nullable)
        return u"This field must not be null."_s;
    const auto *number = std::get_if<std::int64_t>(&value.data());
    if (column.generated && number && *number > greatestGeneratedKey)
        return u"Must be at most %1."_s.arg(greatestGeneratedKey);
    return m_constraints.problem(index, value);
}

void RowParser::addDefaults(RowValues &row, const json::Value &item, const QString &path, Problems &problems) const
{
    for (std::size_t i = 0; i < row.size(); ++i) {
        const Column &column = m_table.columns[i];
        const bool madeByDatabase = column.generated && column.type == ColumnType::Integer;
        const bool isSupplied = item.object().contains(column.name) && column.automatic == Automatic::None;
        if (madeByDatabase || isSupplied)
            continue;
        row[i] = defaultValue(column);
        if (row[i]->isNull() && !column.nullable)
            problems.push_back({joined(path, QString::fromStdString(column.name)), u"This field is required."_s});
    }
}

sql::Value RowParser::defaultValue(const Column &column) const
{
    if (column.automatic != Automatic::None)
        return automaticValue(column.automatic);
    if (column.generated && column.type == ColumnType::Uuid)
        return newUuid();
    if (!column.fallback)
        return {};
    const std::optional<DefaultFunction> function = defaultFunction(*column.fallback);
    if (!function || !canProduce(*function, column.type))
        return valueFromJson(column, *column.fallback).value_or(sql::Value());
    if (*function == DefaultFunction::RandomUuid)
        return newUuid();

    constexpr Micros day = Micros{24} * 60 * 60 * 1'000'000;
    const Micros now = m_clock.now();
    if (column.type == ColumnType::Date)
        return formatDateTime(now).substr(0, std::string_view("YYYY-MM-DD").size());
    return column.type == ColumnType::Time ? now % day : now;
}

sql::Value RowParser::automaticValue(Automatic automatic) const
{
    if (automatic == Automatic::CreatedAt || automatic == Automatic::UpdatedAt)
        return m_begin;
    return m_actor.isEmpty() ? sql::Value() : sql::Value(m_actor.toStdString());
}

void RowParser::noteChange(RowValues &row) const
{
    for (std::size_t i = 0; i < row.size(); ++i) {
        const Automatic automatic = m_table.columns[i].automatic;
        if (automatic == Automatic::UpdatedAt || automatic == Automatic::UpdatedBy)
            row[i] = automaticValue(automatic);
    }
}

} // namespace tenantry::data
