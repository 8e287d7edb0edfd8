// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace tenantry::sql {

/// The right to work in a data folder, held by one process at a time (flock on its file LOCK) until this dies.
class FolderLock
{
public:
    /// Makes the folder, with mode 0700, when there is none. ErrorCode::Conflict when another process works in it.
    static Result<FolderLock> take(const QString &folder);

    FolderLock(FolderLock &&other) noexcept;
    FolderLock &operator=(FolderLock &&other) noexcept;
    ~FolderLock();

private:
    explicit FolderLock(int descriptor);

    int m_descriptor;
};

} // namespace tenantry::sql
