// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeplatform.h"
#include "tests/support/guiwatchdog.h"
#include "tests/support/memorysecrets.h"
#include "ui/common/settings.h"
#include "ui/connections/connectdialog.h"
#include "ui/connections/instances.h"
#include "ui/connections/passwordkeeper.h"
#include "ui/connections/secretfile.h"
#include "ui/connections/serverlogin.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using tenantry::test::FakePlatform;
using tenantry::test::MemorySecrets;

class TestServerLogin : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void asksOnceThenNoMore();
    void passwordIsKeptOnlyWhenWanted();
    void refusedPasswordIsAskedForAgain();
    void serverThatIsAwayIsTriedAgainWithTheSamePassword();
    void storedPasswordIsNotEnoughBesideASecondFactor();
    void silentKeychainIsSaid();
    void secondClickIsNotASecondInstance();
    void removedProfileLosesItsPassword();
    void unsavedServerOffersNothing();

private:
    ConnectDialog *dialog() const { return m_window->findChild<ConnectDialog *>(); }
    QString problem() const { return dialog()->findChild<QLabel *>(u"problem"_s)->text(); }
    QLineEdit *passwordEdit() const { return dialog()->findChild<QLineEdit *>(u"password"_s); }
    void answer(const QString &password);
    void store(const QString &password)
    {
        m_settings->setValue(u"passwords/place"_s, nameOf(PasswordPlace::Keychain));
        m_keychain->secrets.insert(key(), password);
    }
    QString key() const { return m_profile.account + u' ' + m_profile.address; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakePlatform> m_server;
    std::unique_ptr<Settings> m_settings;
    std::shared_ptr<MemorySecrets::Kept> m_keychain;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<Instances> m_instances;
    PasswordKeeper *m_keeper = nullptr;
    ServerLogin *m_login = nullptr;
    Profile m_profile;
};

void TestServerLogin::init()
{
    m_server = std::make_unique<FakePlatform>();
    m_settings.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(u"console.ini"_s));
    m_keychain = std::make_shared<MemorySecrets::Kept>();
    m_window = std::make_unique<QWidget>();
    m_window->show();
    m_instances = std::make_unique<Instances>(LocalServerFactory());
    m_keeper = new PasswordKeeper(*m_settings, std::make_unique<SecretFile>(m_folder->filePath(u"passwords"_s)),
                                  std::make_unique<MemorySecrets>(m_keychain), m_window.get());
    m_login = new ServerLogin(*m_instances, *m_keeper, m_window.get());
    m_profile = Profile();
    m_profile.id = u"id"_s;
    m_profile.name = u"Shop"_s;
    m_profile.address = m_server->url().toString();
    m_profile.account = QLatin1StringView(FakePlatform::email);
}

void TestServerLogin::cleanup()
{
    m_window.reset();
    m_instances.reset();
}

void TestServerLogin::answer(const QString &password)
{
    QTRY_VERIFY(dialog() && dialog()->isVisible());
    passwordEdit()->clear();
    QTest::keyClicks(passwordEdit(), password);
    QTest::keyClick(passwordEdit(), Qt::Key_Return);
}

void TestServerLogin::asksOnceThenNoMore()
{
    m_login->begin(m_profile);
    QTRY_VERIFY(dialog());
    QVERIFY(dialog()->findChild<QCheckBox *>(u"remember"_s)->isChecked());
    answer(QLatin1StringView(FakePlatform::password));
    QTRY_COMPARE(m_instances->all().size(), size_t(1));
    QTRY_COMPARE(m_keychain->secrets.value(key()), QLatin1StringView(FakePlatform::password));
    QTRY_VERIFY(!dialog());

    m_instances->remove(m_instances->all().front());
    m_profile.readOnly = true;
    m_login->begin(m_profile);
    QTRY_COMPARE(m_instances->all().size(), size_t(1));
    QVERIFY(!dialog());
    Instance *instance = m_instances->all().front();
    QCOMPARE(instance->title(), u"Shop"_s);
    QCOMPARE(instance->api().account(), QLatin1StringView(FakePlatform::email));
    QCOMPARE(instance->api().use(), client::Api::Use::ReadOnly);
}

void TestServerLogin::passwordIsKeptOnlyWhenWanted()
{
    store(u"old"_s);
    m_login->begin(m_profile);
    QTRY_VERIFY(dialog());
    auto *remember = dialog()->findChild<QCheckBox *>(u"remember"_s);
    remember->setFocus();
    QTest::keyClick(remember, Qt::Key_Space);
    answer(QLatin1StringView(FakePlatform::password));
    QTRY_COMPARE(m_instances->all().size(), size_t(1));
    QTRY_VERIFY(m_keychain->secrets.isEmpty()); // nor the old one
}

void TestServerLogin::refusedPasswordIsAskedForAgain()
{
    store(u"old"_s);
    m_login->begin(m_profile);
    QTRY_VERIFY(dialog());
    QVERIFY2(problem().contains("stored password was not accepted"_L1), qPrintable(problem()));
    QVERIFY(passwordEdit()->text().isEmpty());
    QVERIFY(m_instances->isEmpty());
    answer(QLatin1StringView(FakePlatform::password));
    QTRY_COMPARE(m_instances->all().size(), size_t(1));
    QTRY_COMPARE(m_keychain->secrets.value(key()), QLatin1StringView(FakePlatform::password));
}

void TestServerLogin::storedPasswordIsNotEnoughBesideASecondFactor()
{
    m_server->setSecondFactor(u"123456"_s);
    store(QLatin1StringView(FakePlatform::password));
    m_login->begin(m_profile);
    QTRY_VERIFY(dialog());
    QCOMPARE(passwordEdit()->text(), QLatin1StringView(FakePlatform::password));
    auto *code = dialog()->findChild<QLineEdit *>(u"otp"_s);
    QVERIFY(code->isVisible());
    QTest::keyClicks(code, u"123456"_s);
    QTest::keyClick(code, Qt::Key_Return);
    QTRY_COMPARE(m_instances->all().size(), size_t(1));
    QTRY_COMPARE(m_keychain->secrets.value(key()), QLatin1StringView(FakePlatform::password));
}

void TestServerLogin::serverThatIsAwayIsTriedAgainWithTheSamePassword()
{
    store(QLatin1StringView(FakePlatform::password));
    m_server->stop();
    m_login->begin(m_profile);
    QTRY_VERIFY(dialog());
    QVERIFY2(problem().contains("Is the server running?"_L1), qPrintable(problem()));
    m_server->start();
    QTest::keyClick(dialog(), Qt::Key_Return);
    QTRY_COMPARE(m_instances->all().size(), size_t(1));
}

void TestServerLogin::silentKeychainIsSaid()
{
    store(QLatin1StringView(FakePlatform::password));
    m_keychain->failure = Error::make(ErrorCode::Unavailable, u"No keychain answers on this computer."_s);
    m_login->begin(m_profile);
    QTRY_VERIFY(dialog());
    QVERIFY2(problem().contains("No keychain answers"_L1), qPrintable(problem()));
}

void TestServerLogin::secondClickIsNotASecondInstance()
{
    store(QLatin1StringView(FakePlatform::password));
    m_login->begin(m_profile);
    m_login->begin(m_profile);
    QTRY_COMPARE(m_instances->all().size(), size_t(1));
    QCoreApplication::processEvents();
    QCOMPARE(m_instances->all().size(), size_t(1));
    QCOMPARE(m_server->count("POST", u"/api/cloud/auth/jwt/token/"_s), 1);
}

void TestServerLogin::removedProfileLosesItsPassword()
{
    store(u"old"_s);
    m_login->forget(m_profile);
    QTRY_VERIFY(m_keychain->secrets.isEmpty());
}

void TestServerLogin::unsavedServerOffersNothing()
{
    m_profile.id.clear();
    m_login->begin(m_profile);
    QTRY_VERIFY(dialog());
    QVERIFY(!dialog()->findChild<QCheckBox *>(u"remember"_s)->isVisibleTo(dialog()));
    answer(QLatin1StringView(FakePlatform::password));
    QTRY_COMPARE(m_instances->all().size(), size_t(1));
    QVERIFY(m_keychain->secrets.isEmpty());
}

TENANTRY_GUI_TEST_MAIN(TestServerLogin)
#include "tst_serverlogin.moc"
