// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QStandardItemModel;

namespace tenantry::ui {

class ActionRegistry;

/// The cheat sheet: every action that has a key, under the heading of its group, searchable.
class ShortcutSheet : public QDialog
{
    Q_OBJECT

public:
    ShortcutSheet(const ActionRegistry &registry, QWidget *parent);

private:
    QStandardItemModel *m_model;
};

} // namespace tenantry::ui
