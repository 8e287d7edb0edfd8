// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/namefield.h"

#include <QCoreApplication>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

std::vector<FieldError> checkName(const QLineEdit &editor, int longest)
{
    const QString name = editor.text().trimmed();
    if (name.isEmpty())
        return {{u"name"_s, QCoreApplication::translate("NameField", "Type a name.")}};
    if (name.size() > longest)
        return {{u"name"_s, QCoreApplication::translate("NameField", "At most %n characters.", nullptr, longest)}};
    return {};
}

} // namespace tenantry::ui
