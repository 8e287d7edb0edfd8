// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/rows/rowaccess.h"
#include "core/data/transfer/importprogress.h"

#include <map>
#include <memory>
#include <mutex>

namespace tenantry::data {

/// The imports that clients have named, while they run and for some minutes afterwards. They are this process's: what
/// another server runs is not among them. Whoever began one finds it, and so do superusers of its site; for everybody
/// else it is not there. Thread-safe.
class ImportRegistry
{
public:
    /// Conflict when an import into the table has that name already.
    Result<std::shared_ptr<ImportProgress>> add(const RowCaller &caller, const QString &name, std::int64_t size,
                                                Micros now);
    /// Null when there is none.
    std::shared_ptr<ImportProgress> find(const RowCaller &caller, const QString &name, Micros now) const;

private:
    struct Entry
    {
        std::shared_ptr<ImportProgress> progress;
        QString author;
    };

    void forgetOld(Micros now);

    mutable std::mutex m_mutex;
    std::map<QString, Entry> m_entries; ///< by site, table and name
};

} // namespace tenantry::data
