// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/invitations/invitationstore.h"

#include "core/base/datetime.h"
#include "core/base/fold.h"
#include "core/base/ids.h"
#include "core/json/writer.h"
#include "core/tenancy/row.h"

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

constexpr int invitationColumns = 16;

/// The inviter's columns come behind those of the invitation.
std::string selectInvitations()
{
    return std::string("SELECT i.id, i.uuid, i.organization_id, o.slug, o.name, i.email, i.account_id, i.role, "
                       "i.message, i.config, i.status, i.accepted_at, i.expires_at, i.created_at, i.modified_at, "
                       "i.invited_by, ") +
           identity::Account::columns +
           " FROM {invitations} i JOIN {organizations} o ON o.id = i.organization_id "
           "LEFT JOIN {accounts} a ON a.id = i.invited_by";
}

QStringList textsOf(const json::Value &array)
{
    QStringList texts;
    for (const json::Value &item : array.array())
        texts.append(item.text());
    return texts;
}

void takeConfig(const json::Value &config, Invitation &invitation)
{
    for (const json::Value &group : config["groups"].array())
        invitation.groups.push_back({group["id"].integer().value_or(0), group["name"].text()});
    for (const json::Value &site : config["sites"].array())
        invitation.sites.push_back({site["uuid"].text(), site["slug"].text(), textsOf(site["permissions"])});
}

std::string configOf(const Invitation &invitation)
{
    json::Array groups;
    for (const InvitedGroup &invited : invitation.groups) {
        json::Object group;
        group.set("id", invited.id);
        group.set("name", invited.name);
        groups.emplace_back(std::move(group));
    }
    json::Array sites;
    for (const InvitedSite &invited : invitation.sites) {
        json::Object site;
        site.set("uuid", invited.uuid);
        site.set("slug", invited.slug);
        site.set("permissions", json::Array(invited.permissions.begin(), invited.permissions.end()));
        sites.emplace_back(std::move(site));
    }
    json::Object config;
    config.set("groups", std::move(groups));
    config.set("sites", std::move(sites));
    return json::canonical(json::Value(std::move(config)));
}

Invitation invitationFrom(const sql::Cursor &cursor)
{
    Row row(cursor);
    Invitation invitation;
    invitation.id = row.integer();
    invitation.uuid = row.text();
    invitation.organizationId = row.integer();
    invitation.organizationSlug = row.text();
    invitation.organizationName = row.text();
    invitation.email = row.text();
    invitation.accountId = row.optionalInteger();
    invitation.role = access::memberRoleNamed(row.text()).value_or(access::MemberRole::Member);
    invitation.message = row.text();
    takeConfig(row.json(), invitation);
    invitation.status = invitationStatusNamed(row.text()).value_or(InvitationStatus::Revoked);
    invitation.acceptedAt = row.optionalInteger();
    invitation.expiresAt = row.integer();
    invitation.createdAt = row.integer();
    invitation.modifiedAt = row.integer();
    if (row.optionalInteger())
        invitation.invitedBy = identity::Account::from(cursor, invitationColumns);
    return invitation;
}

/// Who has the address stays out of it, as long as nobody is to learn that.
audit::history::NewEntry entryOf(const Invitation &invitation, audit::history::Change change)
{
    json::Object fields;
    fields.set("id", invitation.id);
    fields.set("uuid", invitation.uuid);
    fields.set("organization", invitation.organizationSlug);
    fields.set("invitee_identifier", invitation.email);
    fields.set("role", nameOf(invitation.role));
    fields.set("message", invitation.message);
    fields.set("invitation_config", configJson(invitation));
    fields.set("invited_by", invitation.invitedBy ? json::Value(invitation.invitedBy->username) : json::Value());
    fields.set("status", nameOf(invitation.status));
    fields.set("accepted_at",
               invitation.acceptedAt ? json::Value(dateTimeText(*invitation.acceptedAt)) : json::Value());
    fields.set("expires_at", dateTimeText(invitation.expiresAt));
    fields.set("created_at", dateTimeText(invitation.createdAt));
    fields.set("updated_at", dateTimeText(invitation.modifiedAt));
    return {InvitationStore::historyOf(invitation.id), change, std::move(fields)};
}

Result<std::optional<Invitation>> findWhere(sql::Session &platform, const std::string &condition,
                                            const sql::Values &values)
{
    return platform.first(selectInvitations() + " WHERE " + condition + " ORDER BY i.id DESC LIMIT 1", values,
                          invitationFrom);
}

/// What `status` means at a time: a pending one may have expired without anybody writing that down.
void addStatus(Conditions &conditions, InvitationStatus status, Micros now)
{
    if (status == InvitationStatus::Pending)
        return conditions.add("i.status = 'pending' AND i.expires_at > " + conditions.bind(now));
    if (status == InvitationStatus::Expired) {
        return conditions.add(
            "(i.status = 'expired' OR (i.status = 'pending' AND i.expires_at <= " + conditions.bind(now) + "))");
    }
    conditions.add("i.status = " + conditions.bind(nameOf(status)));
}

} // namespace

Result<std::optional<Invitation>> InvitationStore::byId(sql::Session &platform, std::int64_t organizationId,
                                                        std::int64_t id)
{
    return findWhere(platform, "i.organization_id = $1 AND i.id = $2", {organizationId, id});
}

Result<std::optional<Invitation>> InvitationStore::byTokenHash(sql::Session &platform, const QByteArray &hash)
{
    return findWhere(platform, "i.token_hash = $1", {hash});
}

Result<std::optional<Invitation>> InvitationStore::to(sql::Session &platform, std::int64_t organizationId,
                                                      const QString &accountIdOrUuid)
{
    if (isUuid(accountIdOrUuid))
        return findWhere(platform, "i.organization_id = $1 AND i.uuid = $2", {organizationId, accountIdOrUuid});
    bool isNumber = false;
    const std::int64_t accountId = accountIdOrUuid.toLongLong(&isNumber);
    if (!isNumber)
        return std::optional<Invitation>();
    return findWhere(platform, "i.organization_id = $1 AND i.account_id = $2", {organizationId, accountId});
}

Result<std::optional<Invitation>> InvitationStore::pendingTo(sql::Session &platform, std::int64_t organizationId,
                                                             const QString &email)
{
    return findWhere(platform, "i.organization_id = $1 AND i.email_folded = $2 AND i.status = 'pending'",
                     {organizationId, folded(email)});
}

Result<Page<Invitation>> InvitationStore::list(sql::Session &platform, std::int64_t organizationId,
                                               const InvitationQuery &query, Micros now)
{
    Conditions conditions;
    conditions.add("i.organization_id = " + conditions.bind(organizationId));
    if (query.status)
        addStatus(conditions, *query.status, now);
    if (!query.search.isEmpty())
        conditions.addSearch("i.email_folded", query.search);
    Page<Invitation> page;
    page.total = TRY(platform.first("SELECT count(*) FROM {invitations} i" + conditions.where(), conditions.values(),
                                    [](const sql::Cursor &row) { return row.integer(0); }))
                     .value_or(0);
    std::string sql = selectInvitations() + conditions.where() + " ORDER BY i.created_at DESC, i.id DESC";
    sql += " LIMIT " + conditions.bind(query.window.limit) + " OFFSET " + conditions.bind(query.window.offset);
    page.items = TRY(platform.all(sql, conditions.values(), invitationFrom));
    return page;
}

Result<std::int64_t> InvitationStore::countOpen(sql::Session &platform, std::int64_t organizationId, Micros now)
{
    return TRY(platform.first("SELECT count(*) FROM {invitations} WHERE organization_id = $1 AND status = 'pending' "
                              "AND expires_at > $2",
                              {organizationId, now}, [](const sql::Cursor &row) { return row.integer(0); }))
        .value_or(0);
}

Result<std::int64_t> InvitationStore::insert(sql::Transaction &platform, const Invitation &invitation,
                                             const QByteArray &tokenHash)
{
    const auto inviter = invitation.invitedBy ? std::optional(invitation.invitedBy->id) : std::nullopt;
    const auto id = TRY(platform.first(
        "INSERT INTO {invitations} (uuid, organization_id, email, email_folded, account_id, role, message, config, "
        "invited_by, token_hash, status, expires_at, created_at, modified_at) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13) RETURNING id",
        {invitation.uuid, invitation.organizationId, invitation.email, folded(invitation.email), invitation.accountId,
         access::nameOf(invitation.role), invitation.message, configOf(invitation), inviter, tokenHash,
         nameOf(invitation.status), invitation.expiresAt, invitation.createdAt},
        [](const sql::Cursor &row) { return row.integer(0); }));
    Invitation made = invitation;
    made.id = id.value_or(0);
    TRY(audit::history::add(platform, entryOf(made, audit::history::Change::Created)));
    return made.id;
}

audit::history::Record InvitationStore::historyOf(std::int64_t id)
{
    return {u"invitation"_s, QString::number(id)};
}

Result<void> InvitationStore::update(sql::Transaction &platform, const Invitation &invitation)
{
    const auto inviter = invitation.invitedBy ? std::optional(invitation.invitedBy->id) : std::nullopt;
    TRY(platform.execute("UPDATE {invitations} SET status = $2, accepted_at = $3, expires_at = $4, modified_at = $5, "
                         "account_id = $6, invited_by = $7 WHERE id = $1",
                         {invitation.id, nameOf(invitation.status), invitation.acceptedAt, invitation.expiresAt,
                          invitation.modifiedAt, invitation.accountId, inviter}));
    return audit::history::add(platform, entryOf(invitation, audit::history::Change::Changed));
}

Result<void> InvitationStore::setTokenHash(sql::Transaction &platform, std::int64_t id, const QByteArray &hash)
{
    TRY(platform.execute("UPDATE {invitations} SET token_hash = $2 WHERE id = $1", {id, hash}));
    return {};
}

} // namespace tenantry
