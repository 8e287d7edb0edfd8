// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/pathbar.h"

#include "ui/common/icons.h"
#include "ui/tree/nodeicon.h"
#include "ui/window/pathmenu.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int longestPart = 26; ///< in widths of an average letter; the tool tip has the whole name

/// From the instance down to the node.
std::vector<NodePath> wayTo(const NodePath &path)
{
    std::vector<NodePath> way;
    for (NodePath at = path; at.kind != NodeKind::Root; at = at.parent())
        way.insert(way.begin(), at);
    return way;
}

} // namespace

PathBar::PathBar(TreeModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(8, 3, 8, 3);
    m_layout->setSpacing(0);
    m_layout->addStretch();
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // a long path must not widen the window
    setAccessibleName(tr("Path"));
    hide();
}

void PathBar::setPath(const NodePath &path)
{
    if (path.isAt(m_path) && path.titles == m_path.titles)
        return;
    m_path = path;
    clear();
    for (const NodePath &at : wayTo(path)) {
        QToolButton *part = addPart(at.parent(), at.titles.last());
        if (at.kind == NodeKind::Instance) {
            part->setIcon(icon(iconOf(at)));
            part->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        }
    }
    if (path.kind != NodeKind::Root && path.kind < NodeKind::Table) {
        QToolButton *below = addPart(path, u"\u2026"_s);
        below->setToolTip(tr("What is in %1").arg(path.titles.last()));
        below->setAccessibleName(below->toolTip());
    }
    setVisible(!m_parts.empty());
    makeRoom();
}

void PathBar::clear()
{
    for (QToolButton *part : m_parts)
        part->deleteLater(); // it may have led here
    for (QLabel *separator : m_separators)
        separator->deleteLater();
    for (int i = m_layout->count() - 2; i >= 0; --i)
        delete m_layout->takeAt(i);
    for (QToolButton *part : m_parts)
        part->hide();
    for (QLabel *separator : m_separators)
        separator->hide();
    m_parts.clear();
    m_separators.clear();
}

QToolButton *PathBar::addPart(const NodePath &parent, const QString &text)
{
    const int end = m_layout->count() - 1; // before the stretch
    if (!m_parts.empty()) {
        auto *separator = new QLabel(isRightToLeft() ? u"\u2039"_s : u"\u203a"_s, this);
        separator->setForegroundRole(QPalette::PlaceholderText);
        m_layout->insertWidget(end, separator);
        m_separators.push_back(separator);
    }
    auto *part = new QToolButton(this);
    const QString shown =
        fontMetrics().elidedText(text, Qt::ElideMiddle, fontMetrics().averageCharWidth() * longestPart);
    part->setText(QString(shown).replace(u'&', u"&&"_s));
    part->setToolTip(text);
    part->setAccessibleName(text);
    part->setAutoRaise(true);
    part->setFocusPolicy(Qt::TabFocus);
    part->installEventFilter(this);
    connect(part, &QToolButton::clicked, this, [this, part, parent] {
        auto *menu = new PathMenu(m_model, parent, m_path, this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        connect(menu, &PathMenu::chosen, this, &PathBar::chosen);
        menu->popup(part->mapToGlobal(part->rect().bottomLeft()));
    });
    m_layout->insertWidget(m_layout->count() - 1, part);
    m_parts.push_back(part);
    return part;
}

void PathBar::focusPath()
{
    if (!m_parts.empty())
        m_parts.back()->setFocus(Qt::ShortcutFocusReason);
}

bool PathBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int forward = isRightToLeft() ? Qt::Key_Left : Qt::Key_Right;
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Left || key == Qt::Key_Right) {
        moveFocus(key == forward ? 1 : -1);
        return true;
    }
    if (key == Qt::Key_Down) {
        static_cast<QToolButton *>(watched)->click();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void PathBar::moveFocus(int step)
{
    for (int i = 0; i < int(m_parts.size()); ++i) {
        if (!m_parts[size_t(i)]->hasFocus())
            continue;
        for (i += step; i >= 0 && i < int(m_parts.size()); i += step) {
            if (m_parts[size_t(i)]->isVisible())
                return m_parts[size_t(i)]->setFocus(Qt::OtherFocusReason);
        }
        return;
    }
}

void PathBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    makeRoom();
}

/// Hides what is second first: the instance, and where exactly one is, say most.
void PathBar::makeRoom()
{
    if (!m_parts.empty())
        m_parts.front()->show();
    int needed = m_layout->contentsMargins().left() + m_layout->contentsMargins().right();
    for (const QToolButton *part : m_parts)
        needed += part->sizeHint().width();
    for (const QLabel *separator : m_separators)
        needed += separator->sizeHint().width();
    for (size_t i = 1; i < m_parts.size(); ++i) {
        const bool fits = needed <= width() || i + 1 == m_parts.size();
        m_parts[i]->setVisible(fits);
        m_separators[i - 1]->setVisible(fits);
        if (!fits)
            needed -= m_parts[i]->sizeHint().width() + m_separators[i - 1]->sizeHint().width();
    }
}

} // namespace tenantry::ui
