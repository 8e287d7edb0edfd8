// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datatable/filterbar.h"

#include "core/json/writer.h"
#include "ui/common/actionregistry.h"

#include <QBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr qsizetype longestValue = 40;

} // namespace

QString describe(const client::RowFilter &filter)
{
    if (filter.value.isNull())
        return FilterBar::tr("%1 is NULL").arg(filter.column);
    QString value = filter.value.isString() ? filter.value.text() : QString::fromUtf8(json::write(filter.value));
    if (value.isEmpty())
        return FilterBar::tr("%1 is empty").arg(filter.column);
    if (value.size() > longestValue)
        value = value.left(longestValue) + u'\u2026';
    return u"%1 = %2"_s.arg(filter.column, value);
}

FilterBar::FilterBar(const ActionRegistry &actions, QWidget *parent)
    : QWidget(parent)
    , m_chips(new QHBoxLayout)
{
    m_chips->setSpacing(6);
    auto *add = new QToolButton(this);
    add->setDefaultAction(actions.action(u"filter.add"_s));
    add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    add->setFocusPolicy(Qt::StrongFocus);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 0, 14, 8);
    layout->addLayout(m_chips);
    layout->addWidget(add);
    layout->addStretch();
}

void FilterBar::show(const std::vector<client::RowFilter> &filters)
{
    while (const QLayoutItem *item = m_chips->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (size_t i = 0; i < filters.size(); ++i) {
        auto *chip = new QToolButton(this);
        chip->setText(describe(filters[i]).replace(u'&', u"&&"_s) + u"  \u00d7"_s);
        chip->setToolTip(tr("Remove this filter"));
        chip->setAccessibleName(tr("Remove the filter %1").arg(describe(filters[i])));
        chip->setFocusPolicy(Qt::StrongFocus);
        connect(chip, &QToolButton::clicked, this, [this, i] { emit removeWanted(int(i)); });
        m_chips->addWidget(chip);
    }
}

} // namespace tenantry::ui
