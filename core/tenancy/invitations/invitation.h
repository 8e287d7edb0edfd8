// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/permissions.h"
#include "core/base/clock.h"
#include "core/identity/account.h"
#include "core/json/value.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace tenantry {

enum class InvitationStatus { Pending, Accepted, Declined, Expired, Revoked };

QString nameOf(InvitationStatus status); ///< "pending" ...
std::optional<InvitationStatus> invitationStatusNamed(const QString &name);

/// A group that an invitation puts its invitee into.
struct InvitedGroup
{
    std::int64_t id = 0;
    QString name; ///< when it was invited
};

/// What an invitation grants on a site.
struct InvitedSite
{
    QString uuid;
    QString slug;
    QStringList permissions; ///< sorted
};

/// An offer to an e-mail address to become a member of an organization. Its token is known to the mail alone. A
/// snapshot.
struct Invitation
{
    std::int64_t id = 0;
    QString uuid;
    std::int64_t organizationId = 0;
    QString organizationSlug;
    QString organizationName;
    QString email;
    std::optional<std::int64_t> accountId; ///< who has the address; not to be shown before it is accepted
    access::MemberRole role = access::MemberRole::Member;
    QString message;
    std::vector<InvitedGroup> groups;
    std::vector<InvitedSite> sites;
    std::optional<identity::Account> invitedBy;
    InvitationStatus status = InvitationStatus::Pending; ///< as stored; see statusAt()
    std::optional<Micros> acceptedAt;
    Micros expiresAt = 0;
    Micros createdAt = 0;
    Micros modifiedAt = 0;

    InvitationStatus statusAt(Micros now) const
    {
        return status == InvitationStatus::Pending && expiresAt <= now ? InvitationStatus::Expired : status;
    }
    bool isOpenAt(Micros now) const { return statusAt(now) == InvitationStatus::Pending; }
};

/// Its groups and sites as the API spells them: {"group": [name...], "site": [{slug, permissions}...]}.
json::Value configJson(const Invitation &invitation);

/// Whom to invite, and to what.
struct InvitationDraft
{
    struct Group
    {
        std::optional<std::int64_t> id; ///< this or the name
        QString name;
    };
    struct Site
    {
        QString slug; ///< or UUID
        QStringList permissions;
    };

    QString email;
    access::MemberRole role = access::MemberRole::Member;
    QString message;
    std::vector<Group> groups;
    std::vector<Site> sites;
};

} // namespace tenantry
