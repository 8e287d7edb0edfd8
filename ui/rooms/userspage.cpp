// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rooms/userspage.h"

#include "core/client/usercalls.h"
#include "ui/dialogs/deletedialog.h"
#include "ui/rooms/userdialog.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using client::SiteUser;
namespace usercalls = client::usercalls;

namespace {

QString kindOf(const SiteUser &user)
{
    if (user.superuser)
        return UsersPage::tr("Superuser");
    return user.staff ? UsersPage::tr("Staff") : UsersPage::tr("User");
}

QString stateOf(const SiteUser &user)
{
    if (!user.active)
        return UsersPage::tr("Inactive");
    return user.cloudUser ? UsersPage::tr("Active, follows the platform") : UsersPage::tr("Active");
}

QString lastSignIn(const SiteUser &user)
{
    const QDateTime time = QDateTime::fromString(user.lastLogin, Qt::ISODateWithMs);
    return time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::ShortFormat) : UsersPage::tr("Never");
}

ListModel::Entry entryOf(const SiteUser &user)
{
    return {user.id,
            {user.username, user.fullName == user.username ? QString() : user.fullName, user.email, kindOf(user),
             stateOf(user), lastSignIn(user)},
            QVariant::fromValue(user),
            !user.active};
}

SiteUser userOf(const ListModel::Entry &entry)
{
    return entry.value.value<SiteUser>();
}

} // namespace

UsersPage::UsersPage(const NodePath &path, ActionRegistry &actions, QWidget *parent)
    : RoomPage(path, actions, {tr("User name"), tr("Name"), tr("E-mail"), tr("Kind"), tr("State"), tr("Last sign-in")},
               {tr("Asking for the users\u2026"), tr("The users could not be loaded"), tr("No users yet"),
                tr("A user signs in to this site and its apps, and to no other site.")},
               {u"manage_site_users"_s, tr("An administrator of the site can grant it.")}, Search::Offered, parent)
{
    begin();
}

QString UsersPage::textOf(Task task) const
{
    switch (task) {
    case Task::Add:
        return tr("&New user\u2026");
    case Task::Edit:
        return tr("&Edit the user\u2026");
    case Task::Switch:
        return selected() && !userOf(*selected()).active ? tr("A&ctivate the user") : tr("Dea&ctivate the user");
    case Task::Remove:
        return tr("&Delete the user\u2026");
    }
    Q_UNREACHABLE();
}

QString UsersPage::whyNotEntry(Task, const ListModel::Entry &entry) const
{
    return userOf(entry).cloudUser ? tr("This user follows an account of the platform, and is changed there.")
                                   : QString();
}

void UsersPage::run(Task task)
{
    if (task == Task::Add)
        return openForm({});
    const ListModel::Entry *entry = selected();
    if (!entry)
        return;
    const SiteUser user = userOf(*entry);
    switch (task) {
    case Task::Edit:
        return openForm(user);
    case Task::Switch:
        return setActive(user, !user.active);
    default:
        return remove(user);
    }
}

client::Reply<client::Page<ListModel::Entry>> UsersPage::fetch(int page, const QString &search)
{
    return usercalls::list(api(), path().site, page, search).map([](const client::Page<SiteUser> &users) {
        return ListModel::pageOf(users, &entryOf);
    });
}

QString UsersPage::countText(int count) const
{
    return tr("%n users", nullptr, count);
}

void UsersPage::openForm(const std::optional<SiteUser> &user)
{
    auto *dialog = new UserDialog(api(), path().site, user, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &UserDialog::saved, this, [this](const SiteUser &saved) { showChanged(saved.id); });
    dialog->open();
}

void UsersPage::setActive(const SiteUser &user, bool active)
{
    json::Object fields;
    fields.set("is_active", active);
    perform(
        usercalls::change(api(), path().site, user, std::move(fields)).map([](const SiteUser &) -> Result<json::Value> {
            return json::Value();
        }),
        user.id);
}

void UsersPage::remove(const SiteUser &user)
{
    auto *dialog = new DeleteDialog(
        tr("Delete the user %1?").arg(user.username),
        tr("Nobody signs in as this user any more. The user name and the e-mail address stay taken."), user.username,
        [this, user] { return usercalls::remove(api(), path().site, user); }, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &DeleteDialog::deleted, this, [this] { showChanged({}); });
    dialog->open();
}

} // namespace tenantry::ui
