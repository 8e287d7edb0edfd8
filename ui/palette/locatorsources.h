// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/palette/locatorsource.h"

class QAbstractItemModel;

namespace tenantry::ui {

class ActionRegistry;

/// The things the palette knows: what can be done, and what the tree has loaded.
namespace locatorsources {

LocatorSource::Collect actions(const ActionRegistry &registry);
/// `open` is given an index of `tree`. Nothing is fetched.
LocatorSource::Collect objects(const QAbstractItemModel &tree, std::function<void(const QModelIndex &)> open);

} // namespace locatorsources

} // namespace tenantry::ui
