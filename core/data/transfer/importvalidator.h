// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/rows/rowaccess.h"
#include "core/data/transfer/duplicatefinder.h"
#include "core/data/transfer/importprogress.h"
#include "core/data/transfer/rowsource.h"

#include <deque>
#include <unordered_map>
#include <unordered_set>

namespace tenantry::data {

enum class ImportMode {
    Insert,  ///< every row is new
    Upsert,  ///< rows that are there change, the others are new
    Replace, ///< the rows of the file take the place of all there are
};

/// How a file is checked.
struct ImportRules
{
    ImportMode mode = ImportMode::Insert;
    std::vector<std::size_t> identity;       ///< columns that tell which row is meant, with ImportMode::Upsert
    std::function<bool()> abandoned;         ///< whether nobody waits for the answer any more
    std::function<void(std::size_t)> passed; ///< told how many bytes of the file are not needed any more
    std::shared_ptr<ImportProgress> progress = std::make_shared<ImportProgress>();
};

/// Checks the rows of a file against the definition of a table and against the rows that are there, without keeping
/// anybody from writing, and stages those that pass. What it says is so unless somebody writes meanwhile: the database
/// has the last word. Needs the memory of some hundred rows, however large the file is.
class ImportValidator
{
public:
    ImportValidator(const Site &site, TableView view, ImportRules rules, std::shared_ptr<SpoolRoom> room);

    /// Reads the file to its end, or to where it is malformed. Cancelled when it is abandoned.
    Result<ImportReport> run(RowSource &source);
    /// After run().
    std::shared_ptr<const StagedRows> staged() const { return m_staged; }

private:
    /// Rows that are looked up together.
    struct Batch;
    /// A reference to a row of the same table that may stand further on in the file.
    struct Pending
    {
        FilePlace place;
        std::size_t reference;
    };
    using PendingKeys = std::unordered_map<KeyDigest, Pending, KeyDigestHash>;
    using MetKeys = std::unordered_set<KeyDigest, KeyDigestHash>;

    Result<void> check(Batch &batch);
    Result<void> findMatches(sql::Session &session, Batch &batch);
    Result<void> refuseTaken(sql::Session &session, Batch &batch);
    Result<bool> isEmptyTable(sql::Session &session);
    Result<void> checkReference(sql::Session &session, Batch &batch, std::size_t reference);
    void await(const KeyDigest &digest, const FilePlace &place, std::size_t reference);
    Result<void> stage(Batch &batch);

    Result<void> refuseDuplicates();
    Result<void> settlePending();
    void fail(const FilePlace &place, const std::vector<FieldError> &problems);

    const Site &m_site;
    const TableView m_view;
    const Table &m_table;
    const ImportRules m_rules;
    const std::vector<std::vector<std::size_t>> m_keys;
    std::deque<DuplicateFinder> m_finders; ///< one for each of the keys
    std::vector<PendingKeys> m_pending;    ///< one for each of the table's references
    std::vector<MetKeys> m_met;            ///< for each reference, keys that rows were found for
    std::optional<bool> m_isEmptyTable;    ///< as far as it was asked
    std::shared_ptr<StagedRows> m_staged;
    ImportReport m_report;
};

} // namespace tenantry::data
