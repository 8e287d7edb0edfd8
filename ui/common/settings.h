// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/threadpool.h"

#include <QSettings>
#include <QVariantMap>

namespace tenantry::ui {

/// What the program keeps for its user between runs. Read when it is made, and from then on held in memory: what is set
/// counts at once and is written on a thread of its own, because QSettings waits for the disk wherever it is used. Keys
/// that another program writes meanwhile stay as they are. To be used from one thread.
class Settings
{
public:
    /// Those of the program, where the system keeps such files.
    Settings();
    explicit Settings(const QString &file);
    /// Waits until all that was set is in the file.
    ~Settings() = default;
    Settings(const Settings &) = delete;
    Settings &operator=(const Settings &) = delete;

    QString fileName() const { return m_file; }
    QVariant value(const QString &key, const QVariant &otherwise = {}) const;
    void setValue(const QString &key, const QVariant &value);

private:
    explicit Settings(const QSettings &file);

    QString m_file;
    QSettings::Format m_format;
    QVariantMap m_values;
    ThreadPool m_writer{1}; ///< last: ends before the rest goes
};

} // namespace tenantry::ui
