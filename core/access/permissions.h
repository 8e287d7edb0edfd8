// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace tenantry::access {

// The permissions on organizations and sites: which there are, and what holding one implies. Pure rules; who holds what
// is EffectivePermissions' business.

/// What a member is in its organization.
enum class MemberRole { Member, Owner };

QString nameOf(MemberRole role); ///< "member", "owner"
std::optional<MemberRole> memberRoleNamed(const QString &name);

struct PermissionInfo
{
    QString codename; ///< "view_site"
    QString name;     ///< for people: "Can see the site's details"
};

const QList<PermissionInfo> &organizationPermissions();
const QList<PermissionInfo> &sitePermissions();

/// All codenames, sorted.
QStringList organizationPermissionNames();
QStringList sitePermissionNames();

/// What the role gives on its organization, sorted.
QStringList permissionsOfRole(MemberRole role);

/// The site permissions among `held` and everything they imply: sorted, without duplicates. The organization's
/// `manage_sites` implies `manage_site`; other names are dropped.
QStringList withImpliedSitePermissions(const QStringList &held);

} // namespace tenantry::access
