// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/transfer/importprogress.h"
#include "core/data/transfer/importvalidator.h"

#include <QByteArrayView>
#include <QStringList>

namespace tenantry::data {

enum class ImportRun {
    Apply,
    DryRun, ///< says what it would do
};

/// A file and what is to become of its rows.
struct ImportRequest
{
    QByteArrayView content;
    std::shared_ptr<const void> owner; ///< keeps the content
    TransferFormat format = TransferFormat::Json;
    ImportMode mode = ImportMode::Insert;
    QStringList uniqueFields; ///< with ImportMode::Upsert: what tells which row is meant; empty: the primary key
    ImportRun run = ImportRun::Apply;
    QString name; ///< under which it is found while it runs; empty: under none
    std::shared_ptr<ImportProgress> progress = std::make_shared<ImportProgress>();
    std::function<bool()> abandoned = [] { return false; };       ///< whether nobody waits for the answer any more
    std::function<void(std::size_t)> passed = [](std::size_t) {}; ///< bytes of the content that are not needed any more
};

/// Writes the rows of a file to a datatable, all of them or none. They are read, checked and staged while everybody
/// else goes on reading and writing; then one transaction writes them and does nothing else. Whoever asked for it may
/// go until that begins, and nothing is done; who cancels it by its progress may do so until the last row is written.
/// Thread-safe.
class RowImport
{
public:
    RowImport(const RowAccess &access, std::shared_ptr<SpoolRoom> room)
        : m_access(access)
        , m_room(std::move(room))
    {
    }

    /// Blocks while it checks the file. A file with rows that cannot be written is no error but a report with failed
    /// rows: then nothing was written.
    Later<ImportReport> run(const RowCaller &caller, const ImportRequest &request) const;

private:
    /// Rows that are checked and ready to be written.
    struct Checked;

    Result<Checked> check(const RowCaller &caller, const ImportRequest &request) const;

    const RowAccess &m_access;
    std::shared_ptr<SpoolRoom> m_room;
};

} // namespace tenantry::data
