// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/accesskey.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

QString withoutAccessKey(const QString &text)
{
    static const QRegularExpression inBrackets(uR"(\s*\(&[^&)]\))"_s);
    static const QRegularExpression marker(u"&(.)"_s); // "&&" is the character itself
    return QString(text).remove(inBrackets).replace(marker, u"\\1"_s);
}

} // namespace tenantry::ui
