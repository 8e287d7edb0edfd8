// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tenantry::ui {

/// Where the user wants passwords of servers to be kept.
enum class PasswordPlace {
    Undecided, ///< nobody has asked yet: the keychain, when one answers
    Keychain,
    File,    ///< encrypted, see secretfile.h
    Nowhere, ///< asked for each time
};

/// "undecided", "keychain", "file", "nowhere": as it is kept in the settings.
QString nameOf(PasswordPlace place);
/// Undecided for any other name.
PasswordPlace passwordPlaceNamed(const QString &name);

} // namespace tenantry::ui
