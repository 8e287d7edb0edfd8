// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rooms/domainspage.h"

#include "core/client/domaincalls.h"
#include "ui/rooms/adddomaindialog.h"
#include "ui/rooms/confirmdialog.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using client::Domain;
namespace domaincalls = client::domaincalls;

namespace {

ListModel::Entry entryOf(const Domain &domain)
{
    return {domain.slug,
            {domain.name, domain.primary ? DomainsPage::tr("Primary") : QString()},
            QVariant::fromValue(domain)};
}

Domain domainOf(const ListModel::Entry &entry)
{
    return entry.value.value<Domain>();
}

} // namespace

DomainsPage::DomainsPage(const NodePath &path, ActionRegistry &actions, QWidget *parent)
    : RoomPage(path, actions, {tr("Host name"), tr("Use")},
               {tr("Asking for the domains\u2026"), tr("The domains could not be loaded"), tr("No domains yet"),
                tr("A domain is a host name that leads to this site.")},
               {u"manage_site"_s, tr("An owner of the organization can grant it.")}, Search::None, parent)
{
    begin();
}

QString DomainsPage::textOf(Task task) const
{
    switch (task) {
    case Task::Add:
        return tr("&Add a domain\u2026");
    case Task::Edit:
        return {};
    case Task::Switch:
        return tr("Make the domain &primary");
    case Task::Remove:
        return tr("&Remove the domain\u2026");
    }
    Q_UNREACHABLE();
}

QString DomainsPage::whyNotEntry(Task task, const ListModel::Entry &entry) const
{
    if (!domainOf(entry).primary)
        return {};
    if (task == Task::Switch)
        return tr("This is the primary domain already.");
    return list().total() > 1 ? tr("Make another domain primary before removing this one.")
                              : tr("A site keeps at least one domain. Add another one first.");
}

void DomainsPage::run(Task task)
{
    if (task == Task::Add)
        return add();
    const ListModel::Entry *entry = selected();
    if (!entry)
        return;
    const Domain domain = domainOf(*entry);
    if (task == Task::Remove)
        return remove(domain);
    perform(domaincalls::makePrimary(api(), path().site, domain), domain.slug);
}

client::Reply<client::Page<ListModel::Entry>> DomainsPage::fetch(int page, const QString &)
{
    return domaincalls::list(api(), path().site, page).map([](const client::Page<Domain> &domains) {
        return ListModel::pageOf(domains, &entryOf);
    });
}

QString DomainsPage::countText(int count) const
{
    return tr("%n domains", nullptr, count);
}

void DomainsPage::add()
{
    auto *dialog = new AddDomainDialog(api(), path().site, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AddDomainDialog::added, this, [this](const Domain &domain) { showChanged(domain.slug); });
    dialog->open();
}

void DomainsPage::remove(const Domain &domain)
{
    auto *dialog = new ConfirmDialog(
        tr("Remove %1?").arg(domain.name),
        tr("Requests to this host name no longer reach the site. The name becomes free for other sites."),
        tr("&Remove"), [this, domain] { return domaincalls::remove(api(), path().site, domain); }, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ConfirmDialog::done, this, [this] { showChanged({}); });
    dialog->open();
}

} // namespace tenantry::ui
