// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/transfer/jsonrowsource.h"

#include "core/json/reader.h"

namespace tenantry::data {

namespace {

/// What is wrong with an element, by field where it is known.
std::vector<FieldError> problemsOf(const Error &error)
{
    if (!error.fields.empty())
        return error.fields;
    return {{QString(), error.detail.isEmpty() ? error.message : error.message + u' ' + error.detail}};
}

} // namespace

Result<bool> JsonRowSource::next(FileRow &row)
{
    Result<bool> more = m_reader.next();
    m_place.line = m_reader.line();
    if (!more || !*more)
        return more;
    begin(row, m_reader.line());
    const Result<json::Value> element = json::read(m_reader.element());
    if (!element)
        row.problems = problemsOf(element.error());
    else
        row.row.given = m_parser.suppliedValues(*element, {}, row.problems);
    complete(row);
    return true;
}

} // namespace tenantry::data
