// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabBar>

namespace tenantry::ui {

/// The row of tabs above the pages: a quiet close button each, and previews, which give way to the next one, in
/// italics.
class TabStrip : public QTabBar
{
    Q_OBJECT

public:
    explicit TabStrip(QWidget *parent = nullptr);

    /// The one tab that is a preview; -1 when none is.
    int preview() const;
    /// Makes this tab the preview; with -1 none is one any more.
    void setPreview(int index);
    /// `title` as it is read, without access keys.
    void setTitle(int index, const QString &title, const QString &place);

signals:
    void closeWanted(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void tabInserted(int index) override;
    QSize minimumTabSizeHint(int index) const override;

private:
    void describe(int index);
};

} // namespace tenantry::ui
