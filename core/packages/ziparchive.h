// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <map>
#include <string>

namespace tenantry::packages {

/// The files of an archive by their paths, which are relative, have '/' between names and lead nowhere else.
using ArchiveFiles = std::map<std::string, QByteArray>;

/// What a foreign archive may make of itself.
struct ArchiveLimits
{
    std::size_t files = 5000;         ///< and as many folders
    qint64 file = 16 * 1024 * 1024;   ///< bytes of one file, unpacked
    qint64 total = 128 * 1024 * 1024; ///< bytes of all files, unpacked
};

/// A zip archive in memory. The same files give the same bytes.
Result<QByteArray> writeZip(const ArchiveFiles &files);

/// BadRequest when it is no zip archive, is encrypted, holds more than the limits allow, anything but files and
/// folders, a path twice, or one that leads out of the archive. Folders are left out.
Result<ArchiveFiles> readZip(QByteArrayView archive, const ArchiveLimits &limits = {});

} // namespace tenantry::packages
