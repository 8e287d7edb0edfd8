// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/settings.h"

namespace tenantry::ui {

Settings::Settings()
    : Settings(QSettings())
{
}

Settings::Settings(const QString &file)
    : Settings(QSettings(file, QSettings::IniFormat))
{
}

Settings::Settings(const QSettings &file)
    : m_file(file.fileName())
    , m_format(file.format())
{
    const QStringList keys = file.allKeys();
    for (const QString &key : keys)
        m_values.insert(key, file.value(key));
}

QVariant Settings::value(const QString &key, const QVariant &otherwise) const
{
    return m_values.value(key, otherwise);
}

void Settings::setValue(const QString &key, const QVariant &value)
{
    const auto known = m_values.constFind(key);
    if (known != m_values.constEnd() && *known == value)
        return;
    m_values.insert(key, value);
    [[maybe_unused]] const bool taken =
        m_writer.post([file = m_file, format = m_format, key, value] { QSettings(file, format).setValue(key, value); });
}

} // namespace tenantry::ui
