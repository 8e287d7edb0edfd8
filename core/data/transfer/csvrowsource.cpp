// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/transfer/csvrowsource.h"

#include "core/data/columntype.h"
#include "core/data/query/nearestname.h"
#include "core/data/values/valuecodec.h"

#include <QUtf8StringView>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

bool isUtf8(std::string_view text)
{
    return QUtf8StringView(text.data(), qsizetype(text.size())).isValidUtf8();
}

/// What answers carry beside the columns (rowparser.h).
bool isAnnotation(std::string_view name)
{
    return name.starts_with('_') || name == "search_vector";
}

QString shown(std::string_view name)
{
    return QString::fromUtf8(name.data(), qsizetype(name.size())).remove(QChar(0));
}

} // namespace

Result<void> CsvRowSource::readHeader()
{
    const bool any = TRY(m_reader.next());
    m_place.line = m_reader.line();
    if (!any)
        return failure(ErrorCode::Validation, u"The file is empty; its first line names the columns."_s);
    std::vector<FieldError> problems;
    for (const auto &[name, quoted] : m_reader.fields()) {
        const std::optional<std::size_t> column = m_table.columnIndex(name);
        if (!column && !isAnnotation(name))
            problems.push_back({shown(name), unknownColumn(m_table, isUtf8(name) ? name : "")});
        else if (column && std::find(m_columns.begin(), m_columns.end(), column) != m_columns.end())
            problems.push_back({shown(name), u"The column is named twice in the first line."_s});
        m_columns.push_back(column);
    }
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    return {};
}

Result<bool> CsvRowSource::next(FileRow &row)
{
    Result<bool> more = m_reader.next();
    m_place.line = m_reader.line();
    if (!more || !*more)
        return more;
    begin(row, m_reader.line());
    const std::vector<CsvReader::Field> &fields = m_reader.fields();
    if (fields.size() != m_columns.size()) {
        row.problems.push_back(
            {QString(),
             u"The line has %1 fields, the first line names %2 columns."_s.arg(fields.size()).arg(m_columns.size())});
        return true;
    }
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (m_columns[i])
            readField(*m_columns[i], fields[i], row);
    }
    complete(row);
    return true;
}

void CsvRowSource::readField(std::size_t index, const CsvReader::Field &field, FileRow &row) const
{
    const Column &column = m_table.columns[index];
    const auto refuse = [&](const QString &message) {
        row.problems.push_back({QString::fromStdString(column.name), message});
    };
    const bool nothing = field.text.empty() && !field.quoted;
    if (nothing && column.generated)
        return;
    if (!isUtf8(field.text))
        return refuse(u"This is no UTF-8 text."_s);
    ParsedValue value = sql::Value();
    if (!nothing && !(isDocument(column.type) && field.text == "null"))
        value = valueFromText(column, field.text);
    if (!value)
        return refuse(value.error());
    if (const std::optional<QString> problem = m_parser.problem(index, *value))
        return refuse(*problem);
    row.row.given[index] = std::move(*value);
}

} // namespace tenantry::data
