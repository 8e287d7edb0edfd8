// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/rememberedtab.h"

#include "ui/datatable/journalentry.h"

#include <algorithm>

namespace tenantry::ui {

namespace {

using NamedKind = std::pair<NodeKind, std::string_view>;

/// In the file kinds go by name, as their numbers change when one is added.
constexpr NamedKind kinds[] = {{NodeKind::Instance, "instance"}, {NodeKind::Organization, "organization"},
                               {NodeKind::Site, "site"},         {NodeKind::App, "app"},
                               {NodeKind::Table, "table"},       {NodeKind::Room, "room"}};

json::Value toJson(const RememberedTab &tab)
{
    json::Object object;
    object.set("server", tab.server);
    const auto kind = std::ranges::find(kinds, tab.path.kind, &NamedKind::first);
    object.set("kind", kind == std::end(kinds) ? std::string_view() : kind->second);
    object.set("organization", tab.path.organization);
    object.set("site", tab.path.site);
    object.set("app", tab.path.app);
    object.set("table", tab.path.table);
    object.set("room", tab.path.room);
    object.set("environment", tab.path.environment);
    json::Array titles;
    for (const QString &title : tab.path.titles)
        titles.emplace_back(title);
    object.set("titles", std::move(titles));
    object.set("preview", tab.preview);
    return object;
}

std::optional<RememberedTab> tabFromJson(const json::Value &value)
{
    const auto kind = std::ranges::find(kinds, value["kind"].string(), &NamedKind::second);
    if (kind == std::end(kinds) || value["titles"].array().empty())
        return std::nullopt;
    RememberedTab tab;
    tab.server = value["server"].text();
    tab.path.kind = kind->first;
    tab.path.organization = value["organization"].text();
    tab.path.site = value["site"].text();
    tab.path.app = value["app"].text();
    tab.path.table = value["table"].text();
    tab.path.room = value["room"].text();
    tab.path.environment = value["environment"].text();
    for (const json::Value &title : value["titles"].array())
        tab.path.titles << title.text();
    tab.preview = value["preview"].boolean();
    return tab;
}

} // namespace

RememberedTab RememberedTab::of(const NodePath &path)
{
    RememberedTab tab{journalentry::nameOf(*path.instance), path};
    tab.path.instance = nullptr;
    return tab;
}

json::Value toJson(const RememberedTabs &tabs)
{
    json::Array list;
    for (const RememberedTab &tab : tabs.tabs)
        list.push_back(toJson(tab));
    json::Object object;
    object.set("tabs", std::move(list));
    object.set("current", tabs.current);
    return object;
}

RememberedTabs tabsFromJson(const json::Value &value)
{
    RememberedTabs tabs;
    const std::int64_t current = value["current"].integer().value_or(-1);
    const json::Array &list = value["tabs"].array();
    for (size_t i = 0; i < list.size(); ++i) {
        std::optional<RememberedTab> tab = tabFromJson(list[i]);
        if (!tab)
            continue;
        if (std::int64_t(i) == current)
            tabs.current = int(tabs.tabs.size());
        tabs.tabs.push_back(std::move(*tab));
    }
    return tabs;
}

} // namespace tenantry::ui
