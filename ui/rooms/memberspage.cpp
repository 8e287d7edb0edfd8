// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rooms/memberspage.h"

#include "core/client/membercalls.h"
#include "ui/rooms/confirmdialog.h"
#include "ui/rooms/memberdialog.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using client::Member;
namespace membercalls = client::membercalls;

namespace {

ListModel::Entry entryOf(const Member &member)
{
    const QString state = member.active ? MembersPage::tr("Active") : MembersPage::tr("Inactive");
    return {member.username,
            {member.username, member.fullName == member.username ? QString() : member.fullName, member.email,
             MemberDialog::roleText(member.role), member.title, member.department, state},
            QVariant::fromValue(member),
            !member.active};
}

Member memberOf(const ListModel::Entry &entry)
{
    return entry.value.value<Member>();
}

} // namespace

MembersPage::MembersPage(const NodePath &path, ActionRegistry &actions, QWidget *parent)
    : RoomPage(path, actions,
               {tr("User name"), tr("Name"), tr("E-mail"), tr("Role"), tr("Title"), tr("Department"), tr("State")},
               {tr("Asking for the members\u2026"), tr("The members could not be loaded"), tr("No members yet"),
                tr("A member is an account of this server that works for the organization.")},
               {u"manage_organization"_s, tr("An owner of the organization can grant it.")}, Search::Offered, parent)
{
    begin();
}

QString MembersPage::textOf(Task task) const
{
    switch (task) {
    case Task::Add:
        return tr("&Add a member\u2026");
    case Task::Edit:
        return tr("&Edit the member\u2026");
    case Task::Switch:
        return {};
    case Task::Remove:
        return tr("&Remove the member\u2026");
    }
    Q_UNREACHABLE();
}

QString MembersPage::whyNotEntry(Task, const ListModel::Entry &) const
{
    return {}; // the server alone knows who is the last owner
}

void MembersPage::run(Task task)
{
    if (task == Task::Add)
        return openForm({});
    const ListModel::Entry *entry = selected();
    if (!entry)
        return;
    const Member member = memberOf(*entry);
    if (task == Task::Edit)
        openForm(member);
    else
        remove(member);
}

client::Reply<client::Page<ListModel::Entry>> MembersPage::fetch(int page, const QString &search)
{
    return membercalls::list(api(), path().organization, page, search).map([](const client::Page<Member> &members) {
        return ListModel::pageOf(members, &entryOf);
    });
}

QString MembersPage::countText(int count) const
{
    return tr("%n members", nullptr, count);
}

void MembersPage::openForm(const std::optional<Member> &member)
{
    auto *dialog = new MemberDialog(api(), path().organization, member, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &MemberDialog::saved, this, [this](const Member &saved) { showChanged(saved.username); });
    dialog->open();
}

void MembersPage::remove(const Member &member)
{
    auto *dialog = new ConfirmDialog(
        tr("Remove %1 from the organization?").arg(member.username),
        tr("The account stays, but loses every permission on the organization and its sites."), tr("&Remove"),
        [this, member] { return membercalls::remove(api(), path().organization, member); }, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ConfirmDialog::done, this, [this] { showChanged({}); });
    dialog->open();
}

} // namespace tenantry::ui
