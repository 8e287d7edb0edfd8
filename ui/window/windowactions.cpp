// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowactions.h"

#include "ui/common/actionregistry.h"
#include "ui/common/zoom.h"
#include "ui/palette/locatorsources.h"
#include "ui/palette/palettedialog.h"
#include "ui/palette/shortcutsheet.h"
#include "ui/tree/treemodel.h"
#include "ui/tree/treepanel.h"

#include <QMainWindow>
#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

WindowActions::WindowActions(ActionRegistry &registry, TreeModel &objects, TreePanel &tree, Zoom &zoom,
                             QMainWindow *window)
    : QObject(window)
    , m_registry(registry)
    , m_window(window)
    , m_actions(new LocatorSource(locatorsources::actions(registry), this))
{
    const auto open = [&objects, &tree](const QModelIndex &index) {
        tree.goTo(index);
        const NodeKind kind = objects.kind(index);
        if (kind == NodeKind::Table || kind == NodeKind::Room)
            emit tree.opened(objects.path(index));
    };
    m_objects = new LocatorSource(locatorsources::objects(objects, open), this);
    addFinding();
    addZooming(zoom);
    addWindow();
}

void WindowActions::addFinding()
{
    m_registry.add(
        {u"window.palette"_s, tr("&Go to anything\u2026"), Icon::Search, {QKeySequence(Qt::CTRL | Qt::Key_K)}, [this] {
             showPalette({m_objects, m_actions});
         }});
    m_registry.add(
        {u"window.objects"_s, tr("Go to an o&bject\u2026"), Icon::None, {QKeySequence(Qt::CTRL | Qt::Key_P)}, [this] {
             showPalette({m_objects});
         }});
    m_registry.add({u"window.shortcuts"_s,
                    tr("&Keyboard shortcuts"),
                    Icon::Key,
                    {QKeySequence(Qt::CTRL | Qt::Key_Question)},
                    [this] { showShortcuts(); }});
}

void WindowActions::addZooming(Zoom &zoom)
{
    QList<QKeySequence> in = QKeySequence::keyBindings(QKeySequence::ZoomIn);
    const QKeySequence unshifted(Qt::CTRL | Qt::Key_Equal);
    if (!in.contains(unshifted))
        in << unshifted;
    m_registry.add({u"window.zoomIn"_s, tr("Zoom &in"), Icon::None, in, [&zoom] { zoom.in(); }});
    m_registry.add({u"window.zoomOut"_s, tr("Zoom &out"), Icon::None, QKeySequence::keyBindings(QKeySequence::ZoomOut),
                    [&zoom] { zoom.out(); }});
    m_registry.add(
        {u"window.zoomReset"_s, tr("&Usual size"), Icon::None, {QKeySequence(Qt::CTRL | Qt::Key_0)}, [&zoom] {
             zoom.reset();
         }});
}

void WindowActions::addWindow()
{
    m_registry.add({u"window.fullScreen"_s,
                    tr("Full &screen"),
                    Icon::None,
                    {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), QKeySequence(Qt::Key_F11)},
                    [this] { m_window->setWindowState(m_window->windowState() ^ Qt::WindowFullScreen); }});
    m_registry.add({u"window.quit"_s, tr("&Quit"), Icon::Quit, QKeySequence::keyBindings(QKeySequence::Quit),
                    [this] { m_window->close(); }});
    m_registry.add({u"window.about"_s, tr("&About Tenantry"), Icon::Info, {}, [this] { showAbout(); }});
}

void WindowActions::showPalette(const std::vector<LocatorSource *> &sources)
{
    auto *dialog = new PaletteDialog(sources, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void WindowActions::showShortcuts()
{
    auto *sheet = new ShortcutSheet(m_registry, m_window);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void WindowActions::showAbout()
{
    auto *box =
        new QMessageBox(QMessageBox::NoIcon, tr("About Tenantry"),
                        tr("Tenantry %1\n\nBackends for many tenants: free software under the GNU General Public "
                           "License, version 3 or later.")
                            .arg(QStringLiteral(TENANTRY_VERSION)),
                        QMessageBox::Close, m_window);
    box->setIconPixmap(icon(Icon::Tenantry).pixmap(QSize(64, 64), m_window->devicePixelRatio()));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace tenantry::ui
