// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/windowparser.h"

#include "core/data/table.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

constexpr std::int64_t defaultPageSize = 20;

/// The last one sent, as a number not below `least`; nothing when it was not sent or is a problem.
std::optional<std::int64_t> number(const Parameters &parameters, const QString &name, std::int64_t least,
                                   std::vector<FieldError> &problems)
{
    std::optional<std::int64_t> result;
    for (const auto &[key, text] : parameters) {
        if (key != name)
            continue;
        bool ok = false;
        result = text.toLongLong(&ok);
        if (!ok)
            result = least - 1;
    }
    if (!result || *result >= least)
        return result;
    problems.push_back({name, u"Expected a whole number of at least %1."_s.arg(least)});
    return std::nullopt;
}

bool has(const Parameters &parameters, const QString &name)
{
    return std::any_of(parameters.begin(), parameters.end(), [&](const auto &item) { return item.first == name; });
}

Window page(std::int64_t number, std::int64_t size)
{
    Window window;
    window.limit = std::min(size, maxRows);
    // A page beyond what 64 bits count is as empty as any other past the end.
    if (__builtin_mul_overflow(number - 1, window.limit, &window.offset))
        window.offset = std::numeric_limits<std::int64_t>::max();
    return window;
}

} // namespace

Window parseWindow(const Table &table, const Parameters &parameters, std::vector<FieldError> &problems)
{
    if (has(parameters, u"page"_s) || has(parameters, u"page_size"_s)) {
        const auto pageNumber = number(parameters, u"page"_s, 1, problems);
        const auto size = number(parameters, u"page_size"_s, 1, problems);
        return page(pageNumber.value_or(1), size.value_or(defaultPageSize));
    }
    if (has(parameters, u"_start"_s) && has(parameters, u"_end"_s)) {
        const auto start = number(parameters, u"_start"_s, 0, problems);
        const auto end = number(parameters, u"_end"_s, 1, problems);
        if (!start || !end)
            return {};
        if (*end <= *start)
            problems.push_back({u"_end"_s, u"Expected a number greater than _start."_s});
        return {*start, std::min(*end - *start, maxRows)};
    }
    Window window;
    if (!table.column("limit"))
        window.limit = std::min(number(parameters, u"limit"_s, 1, problems).value_or(maxRows), maxRows);
    if (!table.column("offset"))
        window.offset = number(parameters, u"offset"_s, 0, problems).value_or(0);
    return window;
}

} // namespace tenantry::data
