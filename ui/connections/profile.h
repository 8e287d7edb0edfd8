// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <vector>

namespace tenantry::ui {

/// An instance as the console remembers it: where it is and who one is there, and nothing that lets anybody in.
struct Profile
{
    enum class Kind {
        Server, ///< `address` is its URL
        Folder, ///< `address` is the folder of a local instance
    };

    QString id; ///< a UUID; empty until it is saved
    QString name;
    QString group; ///< shown together; may be empty
    Kind kind = Kind::Server;
    QString address;
    QString account; ///< the e-mail address of a server's account
    QString colour;  ///< one of profileColours(), or empty
    bool readOnly = false;

    bool operator==(const Profile &) const = default;
};

/// "red", "orange", ...: as they are kept.
const QStringList &profileColours();

/// Profiles as JSON, for another console. Ids stay at home.
QByteArray exportProfiles(const std::vector<Profile> &profiles);
/// What exportProfiles() wrote, or an edited form of it; what is wrong is named, and then nothing is taken.
Result<std::vector<Profile>> importProfiles(const QByteArray &json);

} // namespace tenantry::ui
