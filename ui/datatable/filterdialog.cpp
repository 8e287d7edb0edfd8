// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datatable/filterdialog.h"

#include "ui/datatable/cellinput.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

FilterDialog::FilterDialog(std::vector<client::Column> columns, int column, QWidget *parent)
    : QDialog(parent)
    , m_columns(std::move(columns))
    , m_column(new QComboBox(this))
    , m_value(new QLineEdit(this))
    , m_null(new QCheckBox(tr("&No value (NULL)"), this))
    , m_problem(new QLabel(this))
{
    setWindowTitle(tr("Filter rows"));
    for (const client::Column &each : m_columns)
        m_column->addItem(each.name);
    const auto showHint = [this](int chosen) {
        m_value->setPlaceholderText(chosen < 0 ? QString() : CellInput(m_columns[size_t(chosen)]).hint());
    };
    connect(m_column, &QComboBox::currentIndexChanged, this, showHint);
    m_column->setCurrentIndex(std::max(0, column));
    m_value->setObjectName(u"value"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    connect(m_null, &QCheckBox::toggled, m_value, &QWidget::setDisabled);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("&Filter"));
    connect(buttons, &QDialogButtonBox::accepted, this, &FilterDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QFormLayout(this);
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->addRow(tr("&Column"), m_column);
    layout->addRow(tr("&Equals"), m_value);
    layout->addRow(QString(), m_null);
    layout->addRow(m_problem);
    layout->addRow(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    m_value->setFocus();
}

void FilterDialog::accept()
{
    const client::Column &column = m_columns[size_t(m_column->currentIndex())];
    client::RowFilter filter{column.name, {}};
    if (!m_null->isChecked()) {
        auto value = CellInput(column).parse(m_value->text());
        if (value && value->isNull())
            value = failure(ErrorCode::Validation, tr("Type a value, or tick that there is none."));
        if (!value) {
            m_problem->setText(u"\u26a0 "_s + value.error().message);
            m_problem->show();
            m_value->setFocus();
            return;
        }
        filter.value = std::move(*value);
    }
    emit chosen(filter);
    QDialog::accept();
}

} // namespace tenantry::ui
