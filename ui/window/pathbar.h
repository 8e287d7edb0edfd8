// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tree/treenode.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace tenantry::ui {

class TreeModel;

/// Where one is: instance, organization, site, app and what is in it, each a button with a menu of what stands beside
/// it, and a last one of what stands below. Where there is little room the parts after the first hide.
class PathBar : public QWidget
{
    Q_OBJECT

public:
    explicit PathBar(TreeModel &model, QWidget *parent = nullptr);

    /// Hides when that is of kind Root.
    void setPath(const NodePath &path);
    /// Puts the focus on the last part: Left and Right go along the path, Down opens a menu.
    void focusPath();

signals:
    void chosen(const tenantry::ui::NodePath &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void clear();
    /// Opens a menu of what stands below `parent`, beginning at the path's own part.
    QToolButton *addPart(const NodePath &parent, const QString &text);
    void makeRoom();
    void moveFocus(int step);

    TreeModel &m_model;
    NodePath m_path;
    QHBoxLayout *m_layout;
    std::vector<QToolButton *> m_parts;
    std::vector<QLabel *> m_separators; ///< one before each part but the first
};

} // namespace tenantry::ui
