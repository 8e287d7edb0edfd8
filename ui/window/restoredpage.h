// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/reply.h"
#include "core/client/resources.h"
#include "ui/window/rememberedtab.h"
#include "ui/window/tabpage.h"

namespace tenantry::ui {

class StatePage;

/// Stands in for a tab of an earlier session, or one that was closed: says what it was, and asks the server nothing
/// until the user wants it loaded. path() has an instance while that is connected.
class RestoredPage : public TabPage
{
    Q_OBJECT

public:
    RestoredPage(const RememberedTab &tab, ActionRegistry &actions, QWidget *parent = nullptr);
    ~RestoredPage() override;

    /// Names the instance, connected or not.
    const QString &server() const { return m_server; }
    /// It is connected now; null: it is not any more.
    void setInstance(Instance *instance);
    /// Asks what kind of site it is now, as what was remembered must not decide what is locked; then emits loaded().
    void load();

    QString title() const override;
    Icon icon() const override;
    void reload() override { load(); }
    bool isLoaded() const override { return false; }

signals:
    /// path() is of today; the page itself can take this one's place.
    void loaded();

private:
    void describe();
    void arrived(const Result<client::SiteSummary> &site);

    QString m_server;
    StatePage *m_state;
    client::CancelToken m_loading;
};

} // namespace tenantry::ui
