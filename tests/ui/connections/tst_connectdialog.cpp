// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeplatform.h"
#include "tests/support/guiwatchdog.h"
#include "ui/connections/connectdialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using tenantry::test::FakePlatform;

class TestConnectDialog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void signsInByKeyboardAlone();
    void wrongPasswordIsSaid();
    void secondFactorIsAskedForWhenThereIsOne();
    void emptyFieldsAreToldApart();
    void passwordStaysHome();
    void escapeEndsTheCall();

private:
    QString hint(const QString &field) const { return m_dialog->findChild<QLabel *>(field + u"Hint"_s)->text(); }
    void type(const QString &field, const QString &text);

    std::unique_ptr<FakePlatform> m_server;
    std::unique_ptr<ConnectDialog> m_dialog;
};

void TestConnectDialog::init()
{
    m_server = std::make_unique<FakePlatform>();
    m_dialog = std::make_unique<ConnectDialog>(m_server->url().toString());
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void TestConnectDialog::type(const QString &field, const QString &text)
{
    auto *edit = m_dialog->findChild<QLineEdit *>(field);
    edit->clear();
    QTest::keyClicks(edit, text);
}

void TestConnectDialog::signsInByKeyboardAlone()
{
    type(u"username"_s, QLatin1StringView(FakePlatform::email));
    type(u"password"_s, QLatin1StringView(FakePlatform::password));
    QSignalSpy accepted(m_dialog.get(), &QDialog::accepted);
    QTest::keyClick(m_dialog->findChild<QLineEdit *>(u"password"_s), Qt::Key_Return);
    QVERIFY(accepted.wait());
    const auto api = m_dialog->takeApi();
    QVERIFY(api);
    QCOMPARE(api->account(), QLatin1StringView(FakePlatform::email));
    QVERIFY(m_dialog->findChild<QLineEdit *>(u"password"_s)->text().isEmpty());
}

void TestConnectDialog::wrongPasswordIsSaid()
{
    type(u"username"_s, QLatin1StringView(FakePlatform::email));
    type(u"password"_s, u"wrong"_s);
    m_dialog->findChild<QLineEdit *>(u"password"_s)->setFocus();
    QTest::keyClick(m_dialog.get(), Qt::Key_Return);
    auto *problem = m_dialog->findChild<QLabel *>(u"problem"_s);
    QTRY_VERIFY(problem->isVisible());
    QVERIFY(problem->text().contains("No active account"_L1));
    QVERIFY(m_dialog->isVisible());
    QVERIFY(m_dialog->findChild<QLineEdit *>(u"password"_s)->isEnabled());
    // The next Enter tries again, rather than throw away what was typed.
    QCOMPARE(m_dialog->focusWidget(), m_dialog->findChild<QLineEdit *>(u"password"_s));
    QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(m_server->count("POST", u"/api/cloud/auth/jwt/token/"_s), 2);
    QVERIFY(m_dialog->isVisible());
}

void TestConnectDialog::secondFactorIsAskedForWhenThereIsOne()
{
    m_server->setSecondFactor(u"123456"_s);
    auto *code = m_dialog->findChild<QLineEdit *>(u"otp"_s);
    QVERIFY(!code->isVisible());
    type(u"username"_s, QLatin1StringView(FakePlatform::email));
    type(u"password"_s, QLatin1StringView(FakePlatform::password));
    QTest::keyClick(m_dialog->findChild<QLineEdit *>(u"password"_s), Qt::Key_Return);
    QTRY_VERIFY(code->isVisible());
    QVERIFY2(hint(u"otp"_s).contains("type its code"_L1), qPrintable(hint(u"otp"_s)));
    QTRY_COMPARE(m_dialog->focusWidget(), code);

    QTest::keyClicks(code, u"000000"_s);
    QTest::keyClick(code, Qt::Key_Return);
    QTRY_VERIFY2(hint(u"otp"_s).contains("wrong"_L1), qPrintable(hint(u"otp"_s)));
    QVERIFY(code->text().isEmpty());
    QSignalSpy accepted(m_dialog.get(), &QDialog::accepted);
    QTest::keyClicks(code, u"123 456"_s); // as authenticators show it
    QTest::keyClick(code, Qt::Key_Return);
    QVERIFY(accepted.wait());
    QCOMPARE(m_dialog->takeApi()->account(), QLatin1StringView(FakePlatform::email));
}

void TestConnectDialog::emptyFieldsAreToldApart()
{
    QTest::keyClick(m_dialog.get(), Qt::Key_Return);
    QVERIFY(hint(u"username"_s).contains("Type your e-mail"_L1));
    QVERIFY(hint(u"password"_s).contains("Type your password"_L1));
    QCOMPARE(m_dialog->focusWidget(), m_dialog->findChild<QLineEdit *>(u"username"_s));
    QVERIFY(m_server->received().empty());
}

void TestConnectDialog::passwordStaysHome()
{
    type(u"url"_s, u"http://example.org"_s);
    type(u"username"_s, u"a@b.c"_s);
    type(u"password"_s, u"x"_s);
    QTest::keyClick(m_dialog.get(), Qt::Key_Return);
    QVERIFY(hint(u"url"_s).contains("unencrypted"_L1));
}

void TestConnectDialog::escapeEndsTheCall()
{
    type(u"username"_s, QLatin1StringView(FakePlatform::email));
    type(u"password"_s, QLatin1StringView(FakePlatform::password));
    m_server->hold();
    QTest::keyClick(m_dialog.get(), Qt::Key_Return);
    QTRY_COMPARE(m_server->received().size(), size_t(1));
    QSignalSpy finished(m_dialog.get(), &QDialog::finished);
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QCOMPARE(finished.count(), 1);
    m_dialog.reset();
    m_server->release();
    QTest::qWait(0);
}

TENANTRY_GUI_TEST_MAIN(TestConnectDialog)
#include "tst_connectdialog.moc"
