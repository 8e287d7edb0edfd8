// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/datatable/tablewindow.h"
#include "ui/common/settings.h"
#include "ui/connections/instances.h"
#include "ui/tree/treepanel.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QTabBar>
#include <QTreeView>

namespace tenantry::test {

/// The whole window of the console, signed in to a server with the site "portal", whose app "store" has the tables
/// customers, orders and products.
class ConsoleWindow
{
public:
    /// `environment` of the site.
    bool start(const char *environment = "staging")
    {
        if (!server.start())
            return false;
        server.fill(environment);
        server.addTable(u"customers"_s);
        server.addTable(u"orders"_s);
        return open() && connect();
    }

    /// A console without a connection. An earlier one is closed first, as a user closes it.
    bool open()
    {
        close();
        settings.reset(); // which ends when the file is written
        settings = std::make_unique<Settings>(m_folder.filePath(u"console.ini"_s));
        window = std::make_unique<MainWindow>(LocalServerFactory(), *settings);
        window->show();
        window->activateWindow();
        return QTest::qWaitForWindowActive(window.get());
    }

    void close()
    {
        if (!window)
            return;
        window->close();
        QVERIFY(QTest::qWaitFor([this] { return !window->isVisible(); }, patienceMs));
        window.reset();
    }

    /// Signs in and opens the tree down to the tables.
    bool connect()
    {
        auto api = std::make_unique<client::Api>(server.url());
        bool signedIn = false;
        api->signIn(adminEmail, adminPassword).then(window.get(), [&](Result<QString> account) {
            signedIn = account.has_value();
        });
        if (!QTest::qWaitFor([&] { return signedIn; }, patienceMs))
            return false;
        window->instances().add(u"Test"_s, std::move(api));
        for (const QString &level : {u"Test"_s, u"Acme"_s, u"Portal"_s, u"Store"_s}) {
            if (!QTest::qWaitFor([&] { return find(level).isValid(); }, patienceMs))
                return false;
            tree()->expand(find(level));
        }
        return QTest::qWaitFor([&] { return find(u"products"_s).isValid(); }, patienceMs);
    }

    QTreeView *tree() const { return window->findChild<QTreeView *>(u"tree"_s); }
    QModelIndex find(const QString &text) const
    {
        return tree()
            ->model()
            ->match(tree()->model()->index(0, 0), Qt::DisplayRole, text, 1, Qt::MatchExactly | Qt::MatchRecursive)
            .value(0);
    }
    void select(const QString &text)
    {
        window->tree().focusTree();
        tree()->setCurrentIndex(find(text));
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = window->focusWidget();
        QTest::keyClick(focus ? focus : window.get(), Qt::Key(key), modifiers);
    }
    void click(const QString &text)
    {
        tree()->scrollTo(find(text));
        QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, tree()->visualRect(find(text)).center());
    }

    QTabBar *strip() const { return window->tabs().findChild<QTabBar *>(); }
    QStringList titles() const
    {
        QStringList titles;
        for (int i = 0; i < strip()->count(); ++i)
            titles << strip()->accessibleTabName(i);
        return titles;
    }
    DatatableTab *tab() const { return window->tabs().currentAs<DatatableTab>(); }
    bool rowsAreThere(int rows = 5) const
    {
        return QTest::qWaitFor([&] { return tab() && tab()->rows() && tab()->rows()->rowCount() == rows; }, patienceMs);
    }
    QAction *action(const QString &id) const { return window->actions().action(id); }

    QString workspaceFile() const { return m_folder.filePath(u"workspace.db"_s); }

    Server server;
    std::unique_ptr<Settings> settings;
    std::unique_ptr<MainWindow> window;

private:
    QTemporaryDir m_folder;
};

} // namespace tenantry::test
