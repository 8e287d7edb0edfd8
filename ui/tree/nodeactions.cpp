// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tree/nodeactions.h"

#include "ui/common/actionregistry.h"
#include "ui/connections/instance.h"
#include "ui/dialogs/deletedialog.h"
#include "ui/dialogs/editdialog.h"
#include "ui/tree/treemodel.h"
#include "ui/tree/treepanel.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

using client::encoded;

/// Where the API has the thing itself.
QString addressOf(const NodePath &path)
{
    const QString app = u"/sites/%1/api/apps/%2/"_s.arg(encoded(path.site), encoded(path.app));
    switch (path.kind) {
    case NodeKind::Organization:
        return u"/api/cloud/organizations/%1/"_s.arg(encoded(path.organization));
    case NodeKind::Site:
        return u"/api/cloud/sites/%1/"_s.arg(encoded(path.site));
    case NodeKind::App:
        return app;
    default:
        return app + u"datatables/%1/"_s.arg(encoded(path.table));
    }
}

client::Reply<json::Value> send(const NodePath &path, client::Method method, std::optional<json::Value> body = {})
{
    client::Api &api = path.instance->api();
    const client::Request request{method, addressOf(path), {}, std::move(body)};
    const bool ofPlatform = path.kind == NodeKind::Organization || path.kind == NodeKind::Site;
    return ofPlatform ? api.sendPlatform(request) : api.send(path.site, request);
}

Editable editable(const NodeContent &content)
{
    Editable parts{content.text};
    if (content.kind == NodeKind::Site || content.kind == NodeKind::App)
        parts.description = content.description;
    if (content.kind == NodeKind::Site)
        parts.environment = content.environment;
    return parts;
}

QString editHeading(const NodePath &path)
{
    const QString name = path.titles.last();
    switch (path.kind) {
    case NodeKind::Organization:
        return NodeActions::tr("Edit the organization %1").arg(name);
    case NodeKind::Site:
        return NodeActions::tr("Edit the site %1").arg(name);
    default:
        return NodeActions::tr("Edit the app %1").arg(name);
    }
}

QString deleteHeading(const NodePath &path)
{
    const QString name = path.titles.last();
    switch (path.kind) {
    case NodeKind::Organization:
        return NodeActions::tr("Delete the organization %1?").arg(name);
    case NodeKind::Site:
        return NodeActions::tr("Delete the site %1?").arg(name);
    case NodeKind::App:
        return NodeActions::tr("Delete the app %1?").arg(name);
    default:
        return NodeActions::tr("Delete the datatable %1?").arg(name);
    }
}

QString lossOf(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Organization:
        return NodeActions::tr("Its members lose it. An organization that has sites is not deleted.");
    case NodeKind::Site:
        return NodeActions::tr("All its apps, datatables, rows and users go with it. Nothing brings them back.");
    case NodeKind::App:
        return NodeActions::tr("All its datatables and rows go with it. Nothing brings them back.");
    default:
        return NodeActions::tr("All its rows go with it. Nothing brings them back.");
    }
}

/// Of a production site nothing is changed or deleted before it was unlocked, the site itself included.
QString whyLocked(const NodePath &path)
{
    if (path.site.isEmpty() || path.instance->api().writeLock(path.site).state() != client::WriteLock::State::Locked)
        return {};
    return NodeActions::tr("This is a production site, and it is locked. Unlock it first (Ctrl+Shift+L).");
}

} // namespace

NodeActions::NodeActions(ActionRegistry &registry, TreeModel &model, TreePanel &tree, QWidget *window)
    : QObject(window)
    , m_model(model)
    , m_tree(tree)
    , m_window(window)
{
    addToTree(registry.add({u"node.edit"_s,
                            tr("&Edit\u2026"),
                            Icon::None,
                            {QKeySequence(Qt::Key_F2)},
                            [this] { edit(); },
                            [this] { return whyNotEdit(); }}));
    addToTree(registry.add({u"node.delete"_s,
                            tr("D&elete\u2026"),
                            Icon::None,
                            {QKeySequence(Qt::SHIFT | Qt::Key_Delete)},
                            [this] { remove(); },
                            [this] { return whyNotDelete(); }}));
}

/// Its keys mean something else in a table.
void NodeActions::addToTree(QAction *action)
{
    m_window->removeAction(action);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_tree.addAction(action);
}

QStringList NodeActions::ids()
{
    return {u"node.edit"_s, u"node.delete"_s};
}

QString NodeActions::whyNotEdit() const
{
    const NodePath path = m_tree.selection();
    if (path.kind == NodeKind::Table)
        return tr("A datatable keeps its name.");
    if (path.kind < NodeKind::Organization || path.kind > NodeKind::App)
        return tr("Select an organization, a site or an app in the tree.");
    return whyLocked(path);
}

QString NodeActions::whyNotDelete() const
{
    const NodePath path = m_tree.selection();
    if (path.kind < NodeKind::Organization || path.kind > NodeKind::Table)
        return tr("Select an organization, a site, an app or a datatable in the tree.");
    return whyLocked(path);
}

void NodeActions::edit()
{
    const NodePath path = m_tree.selection();
    const QPersistentModelIndex index = m_tree.selectedIndex();
    auto *dialog = new EditDialog(
        editHeading(path), editable(m_model.content(index)),
        [path](json::Object changes) { return send(path, client::Method::Patch, std::move(changes)); }, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &EditDialog::edited, this, [this, path, index](const Editable &now) {
        if (now.environment)
            path.instance->api().writeLock(path.site).setEnvironment(*now.environment);
        if (!index.isValid())
            return;
        NodeContent content = m_model.content(index);
        content.text = now.name;
        content.description = now.description.value_or(content.description);
        content.environment = now.environment.value_or(content.environment);
        m_model.setContent(index, content);
    });
    dialog->open();
}

void NodeActions::remove()
{
    const NodePath path = m_tree.selection();
    const QPersistentModelIndex index = m_tree.selectedIndex();
    auto *dialog = new DeleteDialog(
        deleteHeading(path), lossOf(path.kind), path.titles.last(),
        [path] { return send(path, client::Method::Delete); }, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &DeleteDialog::deleted, this, [this, path, index] {
        emit deleted(path);
        if (index.isValid())
            m_model.remove(index);
    });
    dialog->open();
}

} // namespace tenantry::ui
