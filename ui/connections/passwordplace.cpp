// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/passwordplace.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr std::array names{"undecided"_L1, "keychain"_L1, "file"_L1, "nowhere"_L1};
static_assert(names.size() == size_t(PasswordPlace::Nowhere) + 1);
} // namespace

QString nameOf(PasswordPlace place)
{
    return names[size_t(place)];
}

PasswordPlace passwordPlaceNamed(const QString &name)
{
    const auto found = std::ranges::find(names, name);
    return found == names.end() ? PasswordPlace::Undecided : PasswordPlace(found - names.begin());
}

} // namespace tenantry::ui
