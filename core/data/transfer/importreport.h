// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <vector>

namespace tenantry::data {

/// Where a row stands in its file.
struct FilePlace
{
    std::int64_t line = 0; ///< on which the row begins, from 1
    std::int64_t row = 0;  ///< which row it is, from 1; the header is none
};

/// Something that keeps one row of a file from being imported.
struct ImportProblem
{
    FilePlace place;
    QString field; ///< empty: the row as a whole
    QString message;
};

/// What an import has done, or what kept it from doing anything.
struct ImportReport
{
    static constexpr std::size_t mostProblems = 100;

    std::int64_t rows = 0; ///< in the file
    std::int64_t inserted = 0;
    std::int64_t updated = 0;
    std::int64_t deleted = 0;            ///< by ImportMode::Replace
    std::int64_t failed = 0;             ///< rows; when any failed, nothing was written
    std::vector<ImportProblem> problems; ///< the first ones

    void add(const FilePlace &place, const QString &field, const QString &message)
    {
        if (problems.size() < mostProblems)
            problems.push_back({place, field, message});
    }
};

} // namespace tenantry::data
