// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tree/treeloader.h"

#include "ui/connections/instance.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui::treeloader {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("treeloader", text);
}

template<class T>
Result<client::Page<NodeContent>> contents(const client::Page<T> &page)
{
    client::Page<NodeContent> result{{}, page.total, page.hasNext};
    for (const T &item : page.items)
        result.items.push_back(content(item));
    return result;
}

template<class T>
client::Reply<client::Page<NodeContent>> asContents(client::Reply<client::Page<T>> reply)
{
    return std::move(reply).map([](const client::Page<T> &page) { return contents(page); });
}

} // namespace

client::Reply<client::Page<NodeContent>> children(const NodePath &path, int page)
{
    client::Api &api = path.instance->api();
    switch (path.kind) {
    case NodeKind::Instance:
        return asContents(api.organizations(page));
    case NodeKind::Organization:
        return asContents(api.sites(path.organization, page));
    case NodeKind::Site:
        return asContents(api.apps(path.site, page));
    case NodeKind::App:
        return asContents(api.tables(path.site, path.app, page));
    default:
        return failure(Error::internal(u"a node of this kind has no children"_s));
    }
}

NodeContent content(const client::Organization &organization)
{
    return {NodeKind::Organization, organization.slug, organization.name, {}, {}, {}, nullptr};
}

NodeContent content(const client::SiteSummary &site)
{
    return {NodeKind::Site, site.slug, site.name, site.description, site.environment, {}, nullptr};
}

NodeContent content(const client::AppSummary &app)
{
    return {NodeKind::App, app.slug, app.name, app.description, {}, app.tableCount, nullptr};
}

NodeContent content(const client::TableSummary &table)
{
    return {
        NodeKind::Table, table.name, table.name, table.description.isEmpty() ? table.title : table.description, {}, {},
        nullptr};
}

std::vector<NodeContent> rooms(NodeKind parent)
{
    const auto room = [](const QString &id, const char *text, const char *description) {
        return NodeContent{NodeKind::Room, id, translated(text), translated(description), {}, {}, nullptr};
    };
    switch (parent) {
    case NodeKind::Organization:
        return {room(u"members"_s, QT_TRANSLATE_NOOP("treeloader", "Members"),
                     QT_TRANSLATE_NOOP("treeloader", "The accounts that belong to this organization"))};
    case NodeKind::Site:
        return {room(u"users"_s, QT_TRANSLATE_NOOP("treeloader", "Users"),
                     QT_TRANSLATE_NOOP("treeloader", "The people who sign in to this site")),
                room(u"domains"_s, QT_TRANSLATE_NOOP("treeloader", "Domains"),
                     QT_TRANSLATE_NOOP("treeloader", "The host names that lead to this site"))};
    default:
        return {};
    }
}

QString emptyText(NodeKind parent)
{
    switch (parent) {
    case NodeKind::Instance:
        return translated(QT_TRANSLATE_NOOP("treeloader", "No organizations yet: create one"));
    case NodeKind::Organization:
        return translated(QT_TRANSLATE_NOOP("treeloader", "No sites yet: create one"));
    case NodeKind::Site:
        return translated(QT_TRANSLATE_NOOP("treeloader", "No apps yet: create one"));
    case NodeKind::App:
        return translated(QT_TRANSLATE_NOOP("treeloader", "No datatables yet: send a data package to create_schema"));
    default:
        return {};
    }
}

} // namespace tenantry::ui::treeloader
