// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/appearance.h"

#include <QObject>

namespace tenantry::ui {

class Settings;
class Zoom;

/// What the user has chosen for the console as a whole: kept in the settings, and in force at once but for the
/// language.
class Preferences : public QObject
{
    Q_OBJECT

public:
    /// Applies the appearance that was kept. Both must outlive it.
    Preferences(Settings &settings, Zoom &zoom, QObject *parent = nullptr);

    Appearance appearance() const;
    void setAppearance(Appearance appearance);
    /// Of all texts, in percent of the system's; within what Zoom allows.
    int textSize() const;
    void setTextSize(int percent);
    /// See chosenLanguage(). A change is in force at the next start.
    QString language() const;
    void setLanguage(const QString &code);
    /// Whether the tabs of the last time come back at the start.
    bool restoresTabs() const;
    void setRestoresTabs(bool restores);

    /// As at the first start.
    void reset();

signals:
    void changed();

private:
    void keep(const QString &key, const QVariant &value);

    Settings &m_settings;
    Zoom &m_zoom;
};

} // namespace tenantry::ui
