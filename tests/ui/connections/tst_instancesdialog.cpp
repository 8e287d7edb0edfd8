// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/guiwatchdog.h"
#include "ui/connections/instancesdialog.h"
#include "ui/connections/profilestore.h"
#include "ui/workspace/workspace.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTreeView>
#include <QtTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

class TestInstancesDialog : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<ProfileStore> m_store;
    std::unique_ptr<InstancesDialog> m_dialog;

    QTreeView *list() const { return m_dialog->findChild<QTreeView *>(u"profiles"_s); }
    QString note() const { return m_dialog->findChild<QLabel *>(u"note"_s)->text(); }
    QPushButton *button(const QString &text) const
    {
        const auto all = m_dialog->findChildren<QPushButton *>();
        const auto found = std::ranges::find_if(
            all, [&text](const QPushButton *candidate) { return candidate->text().remove(u'&').startsWith(text); });
        return found == all.end() ? nullptr : *found;
    }
    void add(const QString &name, const QString &group = {})
    {
        m_store->save(
            {{}, name, group, Profile::Kind::Server, u"https://%1.example.org"_s.arg(name.toLower()), {}, {}});
    }

private slots:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_workspace = std::make_unique<Workspace>(m_directory->filePath(u"workspace.db"_s));
        m_store = std::make_unique<ProfileStore>(*m_workspace);
        QTRY_VERIFY(m_store->isLoaded());
        m_dialog = std::make_unique<InstancesDialog>(*m_store);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    }
    void cleanup()
    {
        m_dialog.reset();
        m_store.reset();
        m_workspace.reset();
    }

    void anEmptyListSaysWhatToDo()
    {
        QVERIFY(note().contains(u"New"_s));
        QVERIFY(!button(u"Connect"_s)->isEnabled());
        QVERIFY(!button(u"Connect"_s)->toolTip().isEmpty());
        add(u"Shop"_s);
        QVERIFY(note().isEmpty());
        QVERIFY(!button(u"Connect"_s)->isEnabled()); // nothing is selected yet
    }

    void connectsByKeyboardAlone()
    {
        add(u"Shop"_s);
        add(u"Office"_s);
        QSignalSpy wanted(m_dialog.get(), &InstancesDialog::connectWanted);
        QTest::keyClicks(m_dialog->focusWidget(), u"sho"_s);
        QCOMPARE(list()->model()->rowCount(), 1);
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_Down);
        QTRY_VERIFY(list()->currentIndex().isValid());
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].value<Profile>().name, u"Shop"_s);
        QVERIFY(!m_dialog->isVisible());
    }

    void aFilterThatFindsNothingSaysSo()
    {
        add(u"Shop"_s);
        m_dialog->findChild<QLineEdit *>()->setText(u"nowhere"_s);
        QVERIFY(note().contains(u"filter"_s));
    }

    void removesOnlyWhenAskedTwice()
    {
        add(u"Shop"_s);
        list()->setCurrentIndex(list()->model()->index(0, 0));
        for (const bool really : {false, true}) {
            button(u"Remove"_s)->click();
            auto *box = m_dialog->findChild<QMessageBox *>();
            QVERIFY(box && box->text().contains(u"Shop"_s));
            for (QAbstractButton *choice : box->buttons()) {
                if ((box->buttonRole(choice) == QMessageBox::DestructiveRole) == really)
                    choice->click();
            }
            QCOMPARE(m_store->all().size(), std::size_t(really ? 0 : 1));
            QTRY_VERIFY(!m_dialog->findChild<QMessageBox *>());
        }
    }

    void carriesInstancesToAnotherConsole()
    {
        add(u"Shop"_s, u"Customers"_s);
        add(u"Office"_s);
        const QString file = m_directory->filePath(u"instances.json"_s);
        m_dialog->exportTo(file);
        QTRY_VERIFY(note().contains(u"exported"_s));
        const std::vector<Profile> before = m_store->all();
        m_store->remove(before.front().id);
        m_dialog->importFrom(file);
        QTRY_VERIFY(note().contains(u"imported"_s));
        QCOMPARE(m_store->all().size(), std::size_t(2)); // the one that is there is not there twice
        QCOMPARE(m_store->all().front().name, before.front().name);
    }

    void aFileThatIsNoneIsRefused()
    {
        m_dialog->importFrom(m_directory->filePath(u"nothing.json"_s));
        QTRY_VERIFY(note().contains(u"nothing.json"_s));
        QFile file(m_directory->filePath(u"other.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("[]") == 2);
        file.close();
        m_dialog->importFrom(file.fileName());
        QTRY_VERIFY(note().contains(u"not a file of instances"_s));
        QVERIFY(m_store->all().empty());
    }
};

TENANTRY_GUI_TEST_MAIN(TestInstancesDialog)
#include "tst_instancesdialog.moc"
