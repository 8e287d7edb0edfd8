// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/environmentbox.h"

#include "ui/common/environment.h"

#include <QComboBox>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

QComboBox *environmentBox(const QString &chosen, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    for (const QString &name : {u"production"_s, u"staging"_s, u"development"_s, u"testing"_s}) {
        const EnvironmentMark mark = EnvironmentMark::of(name, box->palette());
        box->addItem(icon(mark.icon, mark.colour), mark.word, name);
    }
    box->setCurrentIndex(box->findData(chosen));
    return box;
}

} // namespace tenantry::ui
