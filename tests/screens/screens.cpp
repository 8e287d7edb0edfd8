// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Walks the console's screens and saves a picture of each: `console_screens FOLDER PICTURES [dark] [LANGUAGE]`. FOLDER
// is a data folder with the demo (tenantry-server demo); scripts/screens calls this for every variant.

#include "app/console/embeddedserver.h"
#include "ui/common/actionregistry.h"
#include "ui/common/appearance.h"
#include "ui/common/settings.h"
#include "ui/connections/connectdialog.h"
#include "ui/connections/instances.h"
#include "ui/connections/keepdialog.h"
#include "ui/connections/passphrasedialog.h"
#include "ui/connections/profilestore.h"
#include "ui/connections/secretfile.h"
#include "ui/datatable/datatabletab.h"
#include "ui/datatable/editmodel.h"
#include "ui/datatable/rowmodel.h"
#include "ui/datatable/rowview.h"
#include "ui/datatable/tableeditor.h"
#include "ui/rooms/roompage.h"
#include "ui/tasks/tasklist.h"
#include "ui/tree/treemodel.h"
#include "ui/tree/treepanel.h"
#include "ui/window/mainwindow.h"
#include "ui/window/tabarea.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QDockWidget>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QTreeView>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

namespace {

constexpr int patienceMs = 60'000;
constexpr int settleMs = 400; ///< for what animates or arrives a moment later

class Walk
{
public:
    Walk(MainWindow &window, QDir pictures)
        : m_window(window)
        , m_pictures(std::move(pictures))
    {
    }

    bool run(const QString &folder)
    {
        saveProfiles();
        picture(u"welcome"_s, m_window);
        m_window.startLocal(folder);
        if (!wait([this] { return !m_window.instances().isEmpty(); }, "the local instance"))
            return false;
        if (!openEverything())
            return false;
        picture(u"datatable"_s, m_window);
        changeSomething();
        inspectCell();
        openPath();
        openDialogs();
        trigger(u"window.shortcuts"_s);
        pictureDialogs(u"window-shortcuts"_s);
        openRooms({});
        openInstance();
        askForPasswords();
        openDocks();
        return true;
    }

    /// Of a console that had tabs open when it was closed.
    bool runAgain()
    {
        if (!wait([this] { return m_window.tabs().count() > 0; }, "the tabs of the first run"))
            return false;
        m_window.tabs().showTab(0);
        picture(u"tab-restored"_s, m_window);
        return true;
    }

private:
    QTreeView *tree() const { return m_window.findChild<QTreeView *>(u"tree"_s); }

    bool wait(const std::function<bool()> &condition, const char *what)
    {
        if (QTest::qWaitFor(condition, patienceMs))
            return true;
        std::fprintf(stderr, "waited in vain for %s\n", what);
        return false;
    }

    void picture(const QString &name, QWidget &widget)
    {
        QTest::qWait(settleMs);
        widget.grab().save(m_pictures.filePath(name + u".png"_s));
    }

    void saveProfiles()
    {
        ProfileStore &profiles = m_window.profiles();
        wait([&] { return profiles.isLoaded(); }, "the saved instances");
        profiles.save({{},
                       u"Production"_s,
                       u"Acme"_s,
                       Profile::Kind::Server,
                       u"https://api.acme.example"_s,
                       u"ada@acme.example"_s,
                       u"red"_s,
                       true});
        profiles.save({{},
                       u"Staging"_s,
                       u"Acme"_s,
                       Profile::Kind::Server,
                       u"https://staging.acme.example"_s,
                       u"ada@acme.example"_s,
                       u"orange"_s,
                       false});
        profiles.save({{}, u"My laptop"_s, {}, Profile::Kind::Folder, u"/home/ada/tenantry"_s, {}, u"green"_s, false});
    }

    /// Expands the tree level by level and opens the first datatable it comes to.
    bool openEverything()
    {
        QAbstractItemModel *model = tree()->model();
        QModelIndex index = model->index(0, 0);
        while (index.isValid()) {
            tree()->setCurrentIndex(index);
            if (m_window.tree().selection().kind == NodeKind::Table)
                break;
            tree()->expand(index);
            const QPersistentModelIndex parent = index;
            const auto loaded = [&] {
                const QModelIndex last = model->index(model->rowCount(parent) - 1, 0, parent);
                return last.isValid() && NodeKind(last.data(TreeModel::KindRole).toInt()) != NodeKind::Loading;
            };
            wait(loaded, "a level of the tree");
            QTest::qWait(settleMs);
            index = deepest(model, parent);
        }
        m_window.actions().action(u"table.open"_s)->trigger();
        return wait([this] { return rowsAreThere(); }, "the rows of a datatable");
    }

    /// The child that most stands below.
    static QModelIndex deepest(QAbstractItemModel *model, const QModelIndex &parent)
    {
        for (int row = 0; row < model->rowCount(parent); ++row) {
            const QModelIndex child = model->index(row, 0, parent);
            if (model->hasChildren(child))
                return child;
        }
        return model->index(0, 0, parent);
    }

    bool rowsAreThere() const
    {
        const DatatableTab *tab = m_window.tabs().currentAs<DatatableTab>();
        return tab && tab->rows() && tab->rows()->state() == RowModel::State::Ready && !tab->rows()->isFetching();
    }

    /// Pending changes, and what would be sent for them. They are discarded again.
    void changeSomething()
    {
        trigger(u"site.lock"_s); // the demo opens its production site
        TableEditor *editor = m_window.tabs().currentAs<DatatableTab>()->editor();
        EditModel &model = editor->model();
        model.setData(model.index(1, 1), u"A guide to wool blankets"_s);
        editor->removeRows({3});
        trigger(u"row.add"_s);
        picture(u"changes"_s, m_window);
        trigger(u"changes.preview"_s);
        pictureDialogs(u"changes-preview"_s);
        trigger(u"changes.discard"_s);
    }

    /// The whole of a long text.
    void inspectCell()
    {
        RowView *view = m_window.tabs().currentAs<DatatableTab>()->view();
        view->scrollToTop();
        for (int column = 0; column < view->model()->columnCount(); ++column) {
            if (view->model()->headerData(column, Qt::Horizontal) == u"body"_s)
                view->setCurrentIndex(view->model()->index(0, column));
        }
        trigger(u"cell.inspect"_s);
        picture(u"cell-inspect"_s, m_window);
        m_window.findChild<QDockWidget *>(u"inspectorDock"_s)->hide();
    }

    /// A preview beside the tab that stays, and the menu of the path's last part.
    void openPath()
    {
        tree()->setCurrentIndex(tree()->indexBelow(tree()->currentIndex()));
        trigger(u"table.preview"_s);
        wait([this] { return rowsAreThere(); }, "the rows of a preview");
        picture(u"tab-preview"_s, m_window);
        trigger(u"go.path"_s);
        QTest::keyClick(m_window.focusWidget(), Qt::Key_Down);
        if (QWidget *menu = QApplication::activePopupWidget()) {
            picture(u"path-menu"_s, *menu);
            menu->close();
        }
    }

    void trigger(const QString &id) { m_window.actions().action(id)->trigger(); }

    /// Of all dialogs that are open, which are closed then.
    void pictureDialogs(const QString &name)
    {
        QTest::qWait(settleMs);
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            auto *dialog = qobject_cast<QDialog *>(widget);
            if (!dialog || !dialog->isVisible())
                continue;
            if (!qobject_cast<QFileDialog *>(dialog)) // the platform's, not ours
                picture(name, *dialog);
            dialog->reject();
        }
        QTest::qWait(0);
    }

    /// Every action that asks something first says so by its dots.
    void openDialogs()
    {
        for (const QString &id : m_window.actions().ids()) {
            QAction *action = m_window.actions().action(id);
            if (!action->isEnabled() || !action->text().endsWith(u'\u2026'))
                continue;
            action->trigger();
            pictureDialogs(QString(id).replace(u'.', u'-'));
        }
    }

    /// The pages about the organizations and sites that were expanded, and what adds to them.
    void openRooms(const QModelIndex &parent)
    {
        const QAbstractItemModel *model = tree()->model();
        for (int row = 0; row < model->rowCount(parent); ++row) {
            const QModelIndex index = model->index(row, 0, parent);
            openRooms(index);
            if (NodeKind(index.data(TreeModel::KindRole).toInt()) != NodeKind::Room)
                continue;
            tree()->setCurrentIndex(index);
            trigger(u"table.open"_s);
            const auto *room = m_window.tabs().currentAs<RoomPage>();
            wait([&] { return room->list().state() != ListModel::State::Loading; }, "a room");
            const QString name = u"room-"_s + room->path().room;
            picture(name, m_window);
            trigger(u"room.add"_s);
            pictureDialogs(name + u"-add"_s);
        }
    }

    void openInstance()
    {
        tree()->setCurrentIndex(tree()->model()->index(0, 0));
        trigger(u"table.open"_s);
        picture(u"instance"_s, m_window);
    }

    /// What is asked where no keychain answers.
    void askForPasswords()
    {
        auto *keep = new KeepDialog(u"No keychain answers on this computer."_s, &m_window);
        keep->setAttribute(Qt::WA_DeleteOnClose);
        keep->open();
        pictureDialogs(u"passwords-keep"_s);
        SecretFile file(m_pictures.filePath(u"no-such-file"_s));
        for (const auto &[ask, name] : {std::pair(PassphraseDialog::Ask::New, u"passwords-new"_s),
                                        std::pair(PassphraseDialog::Ask::Known, u"passwords-open"_s)}) {
            auto *dialog = new PassphraseDialog(ask, file, &m_window);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->open();
            pictureDialogs(name);
        }
        auto *connecting = new ConnectDialog(u"https://api.acme.example"_s, u"ada@acme.example"_s, &m_window);
        connecting->setAttribute(Qt::WA_DeleteOnClose);
        connecting->offerToRemember(true);
        connecting->open();
        pictureDialogs(u"connect-remember"_s);
        connecting = new ConnectDialog(u"https://api.acme.example"_s, u"ada@acme.example"_s, &m_window);
        connecting->setAttribute(Qt::WA_DeleteOnClose);
        connecting->setPassword(u"not this one"_s);
        connecting->open();
        Error code = Error::make(ErrorCode::Unauthorized, QString());
        code.fields = {{u"otp"_s, u"This account has a second factor: type its code."_s}};
        connecting->tell(code);
        pictureDialogs(u"connect-second-factor"_s);
    }

    /// What stands below the tabs; the tasks with one that runs, in an instance of its own.
    void openDocks()
    {
        trigger(u"view.requests"_s);
        picture(u"requests"_s, m_window);
        trigger(u"view.messages"_s);
        picture(u"messages"_s, m_window);
        const QTemporaryDir folder;
        m_window.startLocal(folder.filePath(u"second"_s));
        wait([this] { return m_window.instances().all().size() == 2; }, "a second instance");
        tree()->setCurrentIndex(tree()->model()->index(1, 0));
        trigger(u"instance.loadDemo"_s);
        const auto *question = m_window.findChild<QMessageBox *>();
        question->defaultButton()->click();
        const auto isUnderWay = [this] {
            const Task &task = m_window.tasks().at(0);
            return task.progress() && *task.progress() > 0.3;
        };
        wait(isUnderWay, "the task");
        picture(u"tasks"_s, m_window);
        m_window.tasks().at(0).cancel();
        wait([this] { return m_window.tasks().runningCount() == 0; }, "the task's end");
    }

    MainWindow &m_window;
    QDir m_pictures;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QStringList arguments = QApplication::arguments().mid(1);
    const bool dark = arguments.removeAll(u"dark"_s) > 0;
    if (arguments.size() < 2 || arguments.size() > 3) {
        std::fprintf(stderr, "usage: console_screens FOLDER PICTURES [dark] [LANGUAGE]\n");
        return 2;
    }
    QTranslator translator;
    if (translator.load(u":/i18n/tenantry_%1.qm"_s.arg(arguments.value(2, u"en"_s))))
        QApplication::installTranslator(&translator);
    QDir().mkpath(arguments[1]);

    const QTemporaryDir home;
    Settings settings(home.filePath(u"console.ini"_s));
    settings.setValue(u"window/appearance"_s, nameOf(dark ? Appearance::Dark : Appearance::Light));
    const auto walk = [&](const auto &steps) {
        MainWindow window([] { return std::make_unique<console::EmbeddedServer>(); }, settings);
        window.show();
        Walk walk(window, QDir(arguments[1]));
        const bool walked = QTest::qWaitForWindowExposed(&window) && steps(walk);
        window.close();
        return QTest::qWaitFor([&] { return !window.isVisible(); }, patienceMs) && walked;
    };
    const bool walked = walk([&](Walk &first) { return first.run(arguments[0]); });
    return walked && walk([](Walk &second) { return second.runAgain(); }) ? 0 : 1;
}
