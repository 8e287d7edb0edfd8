// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QComboBox;
class QWidget;

namespace tenantry::ui {

/// A box to choose a site's environment from; the data of its entries is what the API names them.
QComboBox *environmentBox(const QString &chosen, QWidget *parent);

} // namespace tenantry::ui
