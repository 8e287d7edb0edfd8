// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/newnamesview.h"

#include "ui/dialogs/newnames.h"

#include <QFormLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

NewNamesView::NewNamesView(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QFormLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setVerticalSpacing(4);
    m_layout->setHorizontalSpacing(12);
    // A long name is broken rather than the form made wider.
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
}

void NewNamesView::addLine(const QString &caption, const QString &id, QString NewNames::*name, Line line)
{
    auto *left = new QLabel(caption, this);
    left->setForegroundRole(QPalette::PlaceholderText);
    auto *right = new QLabel(this);
    right->setObjectName(id);
    right->setAccessibleName(caption);
    right->setTextFormat(Qt::PlainText);
    right->setWordWrap(true);
    right->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_layout->addRow(left, right);
    m_lines.push_back({name, line, left, right});
}

void NewNamesView::display(const NewNames &names)
{
    for (const Shown &line : m_lines) {
        const QString &name = names.*line.name;
        const bool visible = line.line == Line::Steady || !name.isEmpty();
        line.value->setText(name.isEmpty() ? u"\u2013"_s : name);
        line.caption->setVisible(visible);
        line.value->setVisible(visible);
    }
}

} // namespace tenantry::ui
