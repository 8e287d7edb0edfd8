// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QFormLayout;
class QLabel;

namespace tenantry::ui {

struct NewNames;

/// The names the server will make, shown in a form while somebody types the one they come from.
class NewNamesView : public QWidget
{
    Q_OBJECT

public:
    enum class Line {
        Steady,    ///< always there, so that nothing moves while somebody types
        WhenGiven, ///< hidden while the name is empty
    };

    explicit NewNamesView(QWidget *parent);

    /// `id`: the object name of what shows it.
    void addLine(const QString &caption, const QString &id, QString NewNames::*name, Line line = Line::Steady);
    void display(const NewNames &names);

private:
    struct Shown
    {
        QString NewNames::*name;
        Line line;
        QLabel *caption;
        QLabel *value;
    };

    QFormLayout *m_layout;
    std::vector<Shown> m_lines;
};

} // namespace tenantry::ui
