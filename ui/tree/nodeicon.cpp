// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tree/nodeicon.h"

#include "ui/connections/instance.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

Icon iconOf(const NodeContent &content)
{
    switch (content.kind) {
    case NodeKind::Instance:
        return content.instance && content.instance->isLocal() ? Icon::Local : Icon::Server;
    case NodeKind::Organization:
        return Icon::Organization;
    case NodeKind::Site:
        return Icon::Site;
    case NodeKind::App:
        return Icon::App;
    case NodeKind::Table:
        return Icon::Table;
    case NodeKind::Room:
        return content.id == "domains"_L1 ? Icon::Link : Icon::Members;
    case NodeKind::Loading:
        return Icon::Loading;
    case NodeKind::Problem:
        return Icon::Alert;
    case NodeKind::Nothing:
        return Icon::Info;
    case NodeKind::Root:
        break;
    }
    return Icon::None;
}

Icon iconOf(const NodePath &path)
{
    NodeContent content;
    content.kind = path.kind;
    content.id = path.room;
    content.instance = path.instance;
    return iconOf(content);
}

} // namespace tenantry::ui
