// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/resources.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace tenantry::ui {

/// Asks for a column and the value it must have.
class FilterDialog : public QDialog
{
    Q_OBJECT

public:
    /// `column` is chosen at first.
    FilterDialog(std::vector<client::Column> columns, int column, QWidget *parent = nullptr);

    void accept() override;

signals:
    void chosen(const tenantry::client::RowFilter &filter);

private:
    std::vector<client::Column> m_columns;
    QComboBox *m_column;
    QLineEdit *m_value;
    QCheckBox *m_null;
    QLabel *m_problem;
};

} // namespace tenantry::ui
