// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Measures the console as somebody at it sees it, and prints "name milliseconds" lines for tests/benchmark/console:
//   console_benchmark profiles FOLDER N      puts N profiles of servers that do not answer into a settings folder
//   console_benchmark start FOLDER           says "usable" once the window is there, painted, and takes what is typed
//   console_benchmark tree ADDRESS E-MAIL    expands the one organization, and filters the tree when it is loaded
//   console_benchmark rows ADDRESS E-MAIL    jumps about in the one table of its site
// The password is in TENANTRY_ADMIN_PASSWORD.

#include "app/console/embeddedserver.h"
#include "core/client/api.h"
#include "ui/common/settings.h"
#include "ui/connections/instances.h"
#include "ui/connections/profilestore.h"
#include "ui/datatable/datatabletab.h"
#include "ui/datatable/rowmodel.h"
#include "ui/datatable/rowview.h"
#include "ui/tree/treemodel.h"
#include "ui/tree/treepanel.h"
#include "ui/window/mainwindow.h"
#include "ui/window/tabarea.h"
#include "ui/workspace/workspace.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <cstdio>
#include <cstdlib>
#include <random>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

namespace {

constexpr int patienceMs = 300'000;
constexpr int jumps = 200;

void print(const char *name, double value)
{
    std::printf("%s %.1f\n", name, value);
    std::fflush(stdout);
}

void require(bool met, const char *what)
{
    if (met)
        return;
    std::fprintf(stderr, "%s did not come\n", what);
    std::exit(1);
}

QString settingsFile(const QString &folder)
{
    return QDir(folder).filePath(u"settings.ini"_s);
}

/// Resident memory of this process, MB.
double memory()
{
    QFile status(u"/proc/self/status"_s);
    require(status.open(QIODevice::ReadOnly), "/proc/self/status");
    const QByteArray text = status.readAll();
    return text.mid(text.indexOf("VmRSS:") + 6).trimmed().split(' ').first().toDouble() / 1024;
}

/// Milliseconds until what has changed is painted.
double untilPainted(const QElapsedTimer &timer, QAbstractItemView *view)
{
    QCoreApplication::processEvents();
    view->viewport()->repaint();
    return double(timer.nsecsElapsed()) / 1e6;
}

class Session
{
public:
    Session(const QString &address, const QString &email)
        : m_settings(settingsFile(m_folder.path()))
        , window([] { return std::make_unique<console::EmbeddedServer>(); }, m_settings)
    {
        window.show();
        auto api = std::make_unique<client::Api>(QUrl(address));
        bool signedIn = false;
        client::Api &connected = *api;
        connected.signIn(email, qEnvironmentVariable("TENANTRY_ADMIN_PASSWORD"))
            .then(&window, [&](const Result<QString> &account) { signedIn = account.has_value(); });
        require(QTest::qWaitFor([&] { return signedIn; }, patienceMs), "the token");
        window.instances().add(u"Benchmark"_s, std::move(api));
        tree = window.tree().findChild<QTreeView *>();
        const QModelIndex instance = child({}, 0);
        tree->expand(instance);
        organization = child(instance, 0);
    }

    /// Once it is there.
    QModelIndex child(const QModelIndex &parent, int row) const
    {
        const QAbstractItemModel &model = *tree->model();
        require(QTest::qWaitFor([&] { return model.rowCount(parent) > row && isThing(model.index(row, 0, parent)); },
                                patienceMs),
                "a node");
        return model.index(row, 0, parent);
    }

    /// Whether it is more than a loading placeholder.
    static bool isThing(const QModelIndex &index)
    {
        return NodeKind(index.data(TreeModel::KindRole).toInt()) < NodeKind::Loading;
    }

    static QModelIndex named(const QAbstractItemModel &model, const QModelIndex &parent, const QString &name)
    {
        for (int row = 0; row < model.rowCount(parent); ++row) {
            if (model.index(row, 0, parent).data().toString() == name)
                return model.index(row, 0, parent);
        }
        return {};
    }

private:
    QTemporaryDir m_folder;
    Settings m_settings;

public:
    MainWindow window;
    QTreeView *tree = nullptr;
    QPersistentModelIndex organization;
};

int makeProfiles(const QString &folder, int number)
{
    Workspace workspace(QDir(folder).filePath(u"workspace.db"_s));
    ProfileStore store(workspace);
    require(QTest::qWaitFor([&] { return store.isLoaded(); }, patienceMs), "the list of servers");
    for (int i = 1; i <= number; ++i) {
        Profile profile;
        profile.name = u"Server %1"_s.arg(i);
        profile.address = u"https://192.0.2.%1"_s.arg(i); // RFC 5737: nobody answers there
        profile.account = u"admin@example.org"_s;
        store.save(profile);
    }
    return 0;
}

int start(const QString &folder)
{
    Settings settings(settingsFile(folder));
    MainWindow window([] { return std::make_unique<console::EmbeddedServer>(); }, settings);
    window.show();
    require(QTest::qWaitForWindowExposed(&window), "the window");
    require(QTest::qWaitFor([&] { return !window.profiles().all().empty(); }, patienceMs), "the list of servers");
    auto *filter = window.tree().findChild<QLineEdit *>();
    QTest::keyClicks(filter, u"a"_s);
    window.repaint();
    require(filter->text() == u"a"_s, "what was typed");
    std::puts("usable");
    std::fflush(stdout);
    std::_Exit(0);
}

int measureTree(const QString &address, const QString &email)
{
    Session session(address, email);
    QAbstractItemModel &model = *session.tree->model();
    QElapsedTimer timer;
    timer.start();
    session.tree->expand(session.organization);
    session.child(session.organization, 1); // below the room of its members
    print("expand", untilPainted(timer, session.tree));
    int rows = 0;
    do {
        rows = model.rowCount(session.organization);
        QTest::qWait(1000);
    } while (rows != model.rowCount(session.organization) ||
             !Session::isThing(model.index(rows - 1, 0, session.organization)));
    print("loaded", double(timer.elapsed()));
    print("nodes", rows);

    auto *filter = session.window.tree().findChild<QLineEdit *>();
    double slowest = 0;
    const auto key = [&](int which, const QString &text) {
        timer.start();
        text.isEmpty() ? QTest::keyClick(filter, Qt::Key(which)) : QTest::keyClicks(filter, text);
        const double time = untilPainted(timer, session.tree);
        std::fprintf(stderr, "key %s: %.1f ms, %d nodes\n", qPrintable(text), time,
                     model.rowCount(session.organization));
        slowest = std::max(slowest, time);
    };
    for (const QChar letter : u"copy 4321"_s)
        key(0, letter);
    for (int i = 0; i < 9; ++i)
        key(Qt::Key_Backspace, {});
    print("filter", slowest);
    return 0;
}

int measureRows(const QString &address, const QString &email)
{
    Session session(address, email);
    QPersistentModelIndex node = session.organization;
    for (const QString &name : {u"Bench"_s, u"Bench"_s, u"items"_s}) {
        session.tree->expand(node);
        QModelIndex next;
        require(QTest::qWaitFor(
                    [&] {
                        next = Session::named(*session.tree->model(), node, name);
                        return next.isValid();
                    },
                    patienceMs),
                "a node");
        node = next;
    }
    emit session.tree->activated(node);
    require(QTest::qWaitFor([&] { return session.window.tabs().currentAs<DatatableTab>(); }, patienceMs), "the tab");
    DatatableTab *tab = session.window.tabs().currentAs<DatatableTab>();
    require(QTest::qWaitFor([&] { return tab->rows() && tab->rows()->rowCount() > 0; }, patienceMs), "a row");
    RowModel &rows = *tab->rows();
    print("rows", rows.rowCount());
    QScrollBar *bar = tab->view()->verticalScrollBar();
    std::mt19937 random(1);
    std::vector<double> times;
    for (int i = 0; i < jumps; ++i) {
        QElapsedTimer timer;
        timer.start();
        bar->setValue(std::uniform_int_distribution(0, bar->maximum())(random));
        const auto arrived = [&] {
            const auto [first, last] = tab->view()->visibleRows();
            return rows.row(first) && rows.row(last);
        };
        while (!arrived())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        times.push_back(untilPainted(timer, tab->view()));
    }
    std::ranges::sort(times);
    print("jump_median", times[jumps / 2]);
    print("jump_p95", times[jumps * 95 / 100]);
    print("memory", memory());
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString what = arguments.value(1);
    if (what == "profiles"_L1)
        return makeProfiles(arguments.value(2), arguments.value(3).toInt());
    if (what == "start"_L1)
        return start(arguments.value(2));
    if (what == "tree"_L1)
        return measureTree(arguments.value(2), arguments.value(3));
    if (what == "rows"_L1)
        return measureRows(arguments.value(2), arguments.value(3));
    return 2;
}
