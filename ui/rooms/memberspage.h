// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/rooms/roompage.h"

namespace tenantry::ui {

/// The accounts that belong to an organization.
class MembersPage : public RoomPage
{
    Q_OBJECT

public:
    MembersPage(const NodePath &path, ActionRegistry &actions, QWidget *parent = nullptr);

    Icon icon() const override { return Icon::Members; }
    QString textOf(Task task) const override;
    void run(Task task) override;

protected:
    client::Reply<client::Page<ListModel::Entry>> fetch(int page, const QString &search) override;
    QString countText(int count) const override;
    QString whyNotEntry(Task task, const ListModel::Entry &entry) const override;

private:
    void openForm(const std::optional<client::Member> &member);
    void remove(const client::Member &member);
};

} // namespace tenantry::ui
