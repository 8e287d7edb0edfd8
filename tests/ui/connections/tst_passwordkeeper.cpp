// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/await.h"
#include "tests/support/guiwatchdog.h"
#include "tests/support/memorysecrets.h"
#include "ui/common/settings.h"
#include "ui/connections/keepdialog.h"
#include "ui/connections/keychainstore.h"
#include "ui/connections/passphrasedialog.h"
#include "ui/connections/passwordkeeper.h"
#include "ui/connections/secretfile.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using tenantry::test::await;
using tenantry::test::MemorySecrets;

namespace {

constexpr int patienceMs = 20'000;
constexpr SecretFile::Cost cheap{.passes = 1, .memoryKib = 8};
const QUrl server(u"https://api.example.org"_s);
const QString account = u"ada@example.org"_s;
const QString passphrase = u"four words are enough"_s;

} // namespace

/// The choice where passwords are kept, most of it on a computer on which no keychain answers.
class TestPasswordKeeper : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void keychainIsUsedWhereOneAnswers();
    void withoutAKeychainTheUserChooses();
    void nowhereIsAChoice();
    void keychainThatWasAwayIsTriedAgain();
    void keychainThatGoesAwayLosesNothingSilently();
    void passphraseIsAskedForOnceAStart();
    void wrongPassphraseIsSaidAndAskedAgain();
    void whoDeclinesIsNotAskedAgain();
    void forgottenPassphraseBeginsAnew();
    void passwordBelongsToItsAddress();

private:
    /// As a start of the console.
    void start(std::unique_ptr<SecretStore> keychain);
    void startWithoutKeychain() { start(std::make_unique<KeychainStore>()); }
    void keep(const QString &password);
    void find();
    template<class Dialog>
    Dialog *dialog()
    {
        Dialog *shown = nullptr;
        if (!QTest::qWaitFor([&] { return (shown = m_window->findChild<Dialog *>()) && shown->isVisible(); },
                             patienceMs))
            qFatal("The dialog did not come.");
        return shown;
    }
    void choose(PasswordPlace place);
    void typePassphrase(const QString &text, const QString &again);
    void keepInFile(const QString &password);
    QString text(QWidget *dialog, const QString &label) { return dialog->findChild<QLabel *>(label)->text(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<QWidget> m_window;
    PasswordKeeper *m_keeper = nullptr;
    std::optional<Result<bool>> m_kept;
    std::optional<Result<std::optional<QString>>> m_found;
};

void TestPasswordKeeper::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:"); // a desktop without a keychain, also where this runs on one
}

void TestPasswordKeeper::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(u"console.ini"_s));
}

void TestPasswordKeeper::cleanup()
{
    m_window.reset();
    m_settings.reset();
}

void TestPasswordKeeper::start(std::unique_ptr<SecretStore> keychain)
{
    m_window = std::make_unique<QWidget>();
    m_window->show();
    m_keeper = new PasswordKeeper(*m_settings, std::make_unique<SecretFile>(m_folder->filePath(u"passwords"_s), cheap),
                                  std::move(keychain), m_window.get());
    m_kept.reset();
    m_found.reset();
}

void TestPasswordKeeper::keep(const QString &password)
{
    m_kept.reset();
    m_keeper->keep(server, account, password).then(this, [this](Result<bool> kept) { m_kept = std::move(kept); });
}

void TestPasswordKeeper::find()
{
    m_found.reset();
    m_keeper->find(server, account).then(this, [this](auto found) { m_found = std::move(found); });
}

void TestPasswordKeeper::choose(PasswordPlace place)
{
    auto *asked = dialog<KeepDialog>();
    auto *button = asked->findChild<QRadioButton *>(nameOf(place));
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QTest::keyClick(asked, Qt::Key_Return);
}

void TestPasswordKeeper::typePassphrase(const QString &text, const QString &again)
{
    auto *asked = dialog<PassphraseDialog>();
    auto *first = asked->findChild<QLineEdit *>(u"passphrase"_s);
    first->clear();
    QTest::keyClicks(first, text);
    auto *second = asked->findChild<QLineEdit *>(u"again"_s);
    second->clear();
    QTest::keyClicks(second, again);
    QTest::keyClick(asked, Qt::Key_Return);
}

void TestPasswordKeeper::keepInFile(const QString &password)
{
    keep(password);
    choose(PasswordPlace::File);
    typePassphrase(passphrase, passphrase);
    QTRY_VERIFY_WITH_TIMEOUT(m_kept.has_value(), patienceMs);
    QVERIFY(m_kept->value());
}

void TestPasswordKeeper::keychainIsUsedWhereOneAnswers()
{
    const auto keychain = std::make_shared<MemorySecrets::Kept>();
    start(std::make_unique<MemorySecrets>(keychain));
    QCOMPARE(await(m_keeper->find(server, account)).value(), std::nullopt);
    QVERIFY(await(m_keeper->keep(server, account, u"pass"_s)).value());
    QCOMPARE(m_keeper->place(), PasswordPlace::Keychain);
    QVERIFY(!m_window->findChild<QDialog *>());
    start(std::make_unique<MemorySecrets>(keychain));
    QCOMPARE(await(m_keeper->find(server, account)).value(), u"pass"_s);
    QVERIFY(await(m_keeper->forget(server, account)));
    QVERIFY(keychain->secrets.isEmpty());
}

void TestPasswordKeeper::withoutAKeychainTheUserChooses()
{
    startWithoutKeychain();
    QCOMPARE(await(m_keeper->find(server, account)).value(), std::nullopt);
    keep(u"pass"_s);
    auto *asked = dialog<KeepDialog>();
    QVERIFY(!m_kept);
    QVERIFY(!asked->isModal() || asked->windowModality() == Qt::WindowModal);
    QTest::keyClick(asked, Qt::Key_Return); // nothing is chosen for the user
    QVERIFY(asked->isVisible());
    QVERIFY(text(asked, u"placeHint"_s).contains("Choose one"_L1));
    choose(PasswordPlace::File);
    typePassphrase(u"short"_s, u"short"_s);
    QVERIFY(text(dialog<PassphraseDialog>(), u"passphraseHint"_s).contains("at least"_L1));
    typePassphrase(passphrase, u"another one"_s);
    QVERIFY(text(dialog<PassphraseDialog>(), u"againHint"_s).contains("differ"_L1));
    typePassphrase(passphrase, passphrase);
    QTRY_VERIFY_WITH_TIMEOUT(m_kept.has_value(), patienceMs);
    QVERIFY(m_kept->value());
    QCOMPARE(m_keeper->place(), PasswordPlace::File);
    QCOMPARE(await(m_keeper->find(server, account)).value(), u"pass"_s);
}

void TestPasswordKeeper::nowhereIsAChoice()
{
    startWithoutKeychain();
    keep(u"pass"_s);
    choose(PasswordPlace::Nowhere);
    QTRY_VERIFY(m_kept.has_value());
    QVERIFY(!m_kept->value());
    QCOMPARE(m_keeper->place(), PasswordPlace::Nowhere);
    QVERIFY(!QFile::exists(m_folder->filePath(u"passwords"_s)));
    // Who wants one remembered after all is asked again.
    keep(u"pass"_s);
    auto *asked = dialog<KeepDialog>();
    QTest::keyClick(asked, Qt::Key_Escape);
    QTRY_VERIFY(m_kept.has_value());
    QVERIFY(!m_kept->value());
}

void TestPasswordKeeper::keychainThatWasAwayIsTriedAgain()
{
    const auto keychain = std::make_shared<MemorySecrets::Kept>();
    keychain->failure = Error::make(ErrorCode::Unavailable, u"No keychain answers."_s);
    start(std::make_unique<MemorySecrets>(keychain));
    keep(u"pass"_s);
    dialog<KeepDialog>();
    keychain->failure.reset();
    choose(PasswordPlace::Keychain);
    QTRY_VERIFY(m_kept.has_value());
    QVERIFY(m_kept->value());
    QCOMPARE(keychain->secrets.size(), 1);
}

void TestPasswordKeeper::keychainThatGoesAwayLosesNothingSilently()
{
    const auto keychain = std::make_shared<MemorySecrets::Kept>();
    start(std::make_unique<MemorySecrets>(keychain));
    QVERIFY(await(m_keeper->keep(server, account, u"pass"_s)).value());
    keychain->failure = Error::make(ErrorCode::Unavailable, u"The keychain has crashed."_s);
    QCOMPARE(await(m_keeper->find(server, account)).error().message, u"The keychain has crashed."_s);
    keep(u"newer"_s);
    choose(PasswordPlace::File);
    typePassphrase(passphrase, passphrase);
    QTRY_VERIFY_WITH_TIMEOUT(m_kept.has_value(), patienceMs);
    QCOMPARE(await(m_keeper->find(server, account)).value(), u"newer"_s);
}

void TestPasswordKeeper::passphraseIsAskedForOnceAStart()
{
    startWithoutKeychain();
    keepInFile(u"pass"_s);
    QVERIFY(!QTest::currentTestFailed());
    startWithoutKeychain();
    find();
    typePassphrase(passphrase, {});
    QTRY_VERIFY_WITH_TIMEOUT(m_found.has_value(), patienceMs);
    QCOMPARE(m_found->value(), u"pass"_s);
    QTRY_VERIFY(!m_window->findChild<QDialog *>());
    find();
    QTRY_VERIFY(m_found.has_value());
    QCOMPARE(m_found->value(), u"pass"_s);
    QVERIFY(!m_window->findChild<QDialog *>());
}

void TestPasswordKeeper::wrongPassphraseIsSaidAndAskedAgain()
{
    startWithoutKeychain();
    keepInFile(u"pass"_s);
    QVERIFY(!QTest::currentTestFailed());
    startWithoutKeychain();
    find();
    typePassphrase(u"four words are enouGh"_s, {});
    QTRY_VERIFY_WITH_TIMEOUT(text(dialog<PassphraseDialog>(), u"passphraseHint"_s).contains("not the passphrase"_L1),
                             patienceMs);
    QVERIFY(!m_found);
    typePassphrase(passphrase, {});
    QTRY_VERIFY_WITH_TIMEOUT(m_found.has_value(), patienceMs);
    QCOMPARE(m_found->value(), u"pass"_s);
}

void TestPasswordKeeper::whoDeclinesIsNotAskedAgain()
{
    startWithoutKeychain();
    keepInFile(u"pass"_s);
    QVERIFY(!QTest::currentTestFailed());
    startWithoutKeychain();
    find();
    QTest::keyClick(dialog<PassphraseDialog>(), Qt::Key_Escape);
    QTRY_VERIFY(m_found.has_value());
    QCOMPARE(m_found->value(), std::nullopt);
    QTRY_VERIFY(!m_window->findChild<QDialog *>());
    find();
    QTRY_VERIFY(m_found.has_value());
    QVERIFY(!m_window->findChild<QDialog *>());
}

void TestPasswordKeeper::forgottenPassphraseBeginsAnew()
{
    startWithoutKeychain();
    keepInFile(u"pass"_s);
    QVERIFY(!QTest::currentTestFailed());
    startWithoutKeychain();
    find();
    auto *anew = dialog<PassphraseDialog>()->findChild<QCheckBox *>(u"anew"_s);
    QVERIFY(anew->isVisible());
    anew->setFocus();
    QTest::keyClick(anew, Qt::Key_Space);
    typePassphrase(u"new and better words"_s, u"new and better words"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_found.has_value(), patienceMs);
    QCOMPARE(m_found->value(), std::nullopt);
    QVERIFY(await(m_keeper->keep(server, account, u"pass"_s)).value());
}

void TestPasswordKeeper::passwordBelongsToItsAddress()
{
    start(std::make_unique<MemorySecrets>(std::make_shared<MemorySecrets::Kept>()));
    QVERIFY(await(m_keeper->keep(server, account, u"pass"_s)).value());
    QCOMPARE(await(m_keeper->find(QUrl(u"https://evil.example.org"_s), account)).value(), std::nullopt);
    QCOMPARE(await(m_keeper->find(server, u"eve@example.org"_s)).value(), std::nullopt);
}

TENANTRY_GUI_TEST_MAIN(TestPasswordKeeper)
#include "tst_passwordkeeper.moc"
