// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/guiwatchdog.h"
#include "ui/common/actionregistry.h"
#include "ui/common/settings.h"
#include "ui/common/zoom.h"
#include "ui/connections/keychainstore.h"
#include "ui/connections/passwordkeeper.h"
#include "ui/connections/secretfile.h"
#include "ui/preferences/language.h"
#include "ui/preferences/preferences.h"
#include "ui/preferences/preferencesactions.h"
#include "ui/preferences/preferencesdialog.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QSpinBox>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

class TestPreferences : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void bothKeysOpenTheDialog();
    void eachChoiceIsInForceAndKept();
    void menuAndDialogAgree();
    void defaultsComeBack();
    void enterChangesNothing();
    void unknownLanguageIsTheSystems();
    void chosenLanguageIsSpokenFromTheStart();

private:
    void start();
    PreferencesDialog *open();
    template<class Editor>
    Editor *editor(const QString &name) const
    {
        return m_window->findChild<Editor *>(name);
    }
    QAction *action(const QString &id) const { return m_registry->action(id); }
    void choose(const QString &name, const QVariant &value);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Zoom> m_zoom;
    std::unique_ptr<QWidget> m_window;
    ActionRegistry *m_registry = nullptr;
    Preferences *m_preferences = nullptr;
    PasswordKeeper *m_passwords = nullptr;
};

void TestPreferences::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    start();
}

void TestPreferences::cleanup()
{
    m_preferences->reset();
    m_window.reset();
    m_zoom.reset();
    m_settings.reset();
    m_folder.reset();
}

/// As the console starts with what was kept.
void TestPreferences::start()
{
    m_window.reset();
    m_zoom.reset();
    m_settings.reset(); // which ends when the file is written
    m_settings = std::make_unique<Settings>(m_folder->filePath(u"console.ini"_s));
    m_zoom = std::make_unique<Zoom>(*m_settings);
    m_window = std::make_unique<QWidget>();
    m_registry = new ActionRegistry(m_window.get());
    m_preferences = new Preferences(*m_settings, *m_zoom, m_window.get());
    m_passwords = new PasswordKeeper(*m_settings, std::make_unique<SecretFile>(m_folder->filePath(u"passwords"_s)),
                                     std::make_unique<KeychainStore>(), m_window.get());
    new PreferencesActions(*m_registry, *m_preferences, *m_passwords, m_window.get());
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

PreferencesDialog *TestPreferences::open()
{
    action(u"window.preferences"_s)->trigger();
    return m_window->findChild<PreferencesDialog *>();
}

void TestPreferences::choose(const QString &name, const QVariant &value)
{
    auto *box = editor<QComboBox>(name);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Home);
    for (int step = 0; box->currentData() != value && step < box->count(); ++step)
        QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(box->currentData(), value);
}

void TestPreferences::bothKeysOpenTheDialog()
{
    for (const Qt::KeyboardModifiers modifiers :
         {Qt::KeyboardModifiers(Qt::ControlModifier), Qt::ControlModifier | Qt::ShiftModifier}) {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), Qt::Key_Comma, modifiers);
        auto *dialog = m_window->findChild<PreferencesDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_window->findChild<PreferencesDialog *>());
    }
}

void TestPreferences::eachChoiceIsInForceAndKept()
{
    const qreal usual = QApplication::font().pointSizeF();
    QVERIFY(open());
    choose(u"appearance"_s, int(Appearance::Dark));
    QVERIFY(QApplication::palette().color(QPalette::Base).lightness() < 128);
    editor<QSpinBox>(u"textSize"_s)->setValue(150);
    QCOMPARE(QApplication::font().pointSizeF(), usual * 1.5);
    choose(u"language"_s, u"hi"_s);
    QTest::keyClick(editor<QCheckBox>(u"restoreTabs"_s), Qt::Key_Space);
    choose(u"passwordPlace"_s, int(PasswordPlace::Nowhere));
    QVERIFY(!QTest::currentTestFailed());
    QCOMPARE(m_passwords->place(), PasswordPlace::Nowhere);

    start();
    QCOMPARE(m_preferences->appearance(), Appearance::Dark);
    QCOMPARE(m_preferences->textSize(), 150);
    QCOMPARE(m_preferences->language(), u"hi"_s);
    QVERIFY(!m_preferences->restoresTabs());
    QCOMPARE(m_passwords->place(), PasswordPlace::Nowhere);
    QVERIFY(open());
    QCOMPARE(editor<QComboBox>(u"language"_s)->currentData().toString(), u"hi"_s);
    QCOMPARE(editor<QSpinBox>(u"textSize"_s)->value(), 150);
    QVERIFY(!editor<QCheckBox>(u"restoreTabs"_s)->isChecked());
}

void TestPreferences::menuAndDialogAgree()
{
    QVERIFY(open());
    QVERIFY(action(u"view.appearanceSystem"_s)->isChecked());
    action(u"view.appearanceLight"_s)->trigger();
    QVERIFY(action(u"view.appearanceLight"_s)->isChecked());
    QVERIFY(!action(u"view.appearanceSystem"_s)->isChecked());
    QCOMPARE(editor<QComboBox>(u"appearance"_s)->currentData().toInt(), int(Appearance::Light));
    choose(u"appearance"_s, int(Appearance::Dark));
    QVERIFY(action(u"view.appearanceDark"_s)->isChecked());
    action(u"view.appearanceDark"_s)->trigger(); // what is chosen stays chosen
    QVERIFY(action(u"view.appearanceDark"_s)->isChecked());
}

void TestPreferences::defaultsComeBack()
{
    auto *dialog = open();
    choose(u"appearance"_s, int(Appearance::Dark));
    editor<QSpinBox>(u"textSize"_s)->setValue(200);
    editor<QCheckBox>(u"restoreTabs"_s)->click();
    dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::RestoreDefaults)->click();
    QCOMPARE(m_preferences->appearance(), Appearance::System);
    QCOMPARE(editor<QSpinBox>(u"textSize"_s)->value(), 100);
    QVERIFY(editor<QCheckBox>(u"restoreTabs"_s)->isChecked());
}

void TestPreferences::enterChangesNothing()
{
    auto *dialog = open();
    choose(u"appearance"_s, int(Appearance::Dark));
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(!m_window->findChild<PreferencesDialog *>());
    QCOMPARE(m_preferences->appearance(), Appearance::Dark);
}

void TestPreferences::unknownLanguageIsTheSystems()
{
    m_settings->setValue(u"window/language"_s, u"tlh"_s);
    QCOMPARE(chosenLanguage(*m_settings), QString());
    QVERIFY(open());
    QCOMPARE(editor<QComboBox>(u"language"_s)->currentIndex(), 0);
}

void TestPreferences::chosenLanguageIsSpokenFromTheStart()
{
    const QLocale usual;
    m_preferences->setLanguage(u"de"_s);
    QObject program; // the translators go with it
    installLanguage(program, *m_settings);
    QCOMPARE(QLocale().language(), QLocale::German);
    QCOMPARE(QCoreApplication::translate("tenantry::ui::WelcomePage", "Welcome to Tenantry"),
             u"Willkommen bei Tenantry"_s);
    QLocale::setDefault(usual);
}

TENANTRY_GUI_TEST_MAIN(TestPreferences)
#include "tst_preferences.moc"
