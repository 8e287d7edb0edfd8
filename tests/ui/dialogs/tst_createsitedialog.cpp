// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeplatform.h"
#include "tests/support/guiwatchdog.h"
#include "ui/dialogs/apidescription.h"
#include "ui/dialogs/createsitedialog.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using tenantry::test::FakePlatform;

class TestCreateSiteDialog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void createsWhatWasTyped();
    void nameIsAskedFor();
    void longNameIsRefused();
    void rulesAreAskedForOnce();
    void withoutRulesTheServerDecides();
    void serverErrorStandsAtItsField();
    void errorWithoutFieldStandsBelow();

private:
    void submit(const QString &name);

    std::unique_ptr<FakePlatform> m_server;
    std::unique_ptr<client::Api> m_api;
    std::unique_ptr<CreateSiteDialog> m_dialog;
};

void TestCreateSiteDialog::init()
{
    m_server = std::make_unique<FakePlatform>();
    m_api = std::make_unique<client::Api>(m_server->url());
    m_api->signIn(QLatin1StringView(FakePlatform::email), QLatin1StringView(FakePlatform::password))
        .then(this, [](Result<QString> account) { QVERIFY(account); });
    QTRY_VERIFY(!m_api->account().isEmpty());
    m_server->on("GET", u"/api/schema/"_s,
                 {200, R"({"components":{"schemas":{"NewSite":{"required":["name"],)"
                       R"("properties":{"name":{"type":"string","minLength":1,"maxLength":100}}}}}})"});
    m_dialog = std::make_unique<CreateSiteDialog>(*m_api, u"acme"_s);
    m_dialog->open();
    QTRY_VERIFY(ApiDescription::of(*m_api).isKnown());
}

void TestCreateSiteDialog::cleanup()
{
    m_dialog.reset();
    m_api.reset();
    m_server.reset();
}

void TestCreateSiteDialog::submit(const QString &name)
{
    auto *edit = m_dialog->findChild<QLineEdit *>(u"name"_s);
    edit->setText(name);
    QTest::keyClick(edit, Qt::Key_Return);
}

void TestCreateSiteDialog::createsWhatWasTyped()
{
    QSignalSpy created(m_dialog.get(), &CreateSiteDialog::created);
    auto *environment = m_dialog->findChild<QComboBox *>(u"environment"_s);
    QCOMPARE(environment->count(), 4);
    environment->setCurrentIndex(2);
    submit(u"  Portal  "_s);
    QVERIFY(created.wait());
    QCOMPARE(created[0][0].value<client::SiteSummary>().name, u"Portal"_s);
    QVERIFY(!m_dialog->isVisible());
    const QJsonObject sent = QJsonDocument::fromJson(m_server->received().back().body).object();
    QCOMPARE(sent[u"environment"_s].toString(), u"development"_s);
    QVERIFY(!sent.contains(u"description"_s));
}

void TestCreateSiteDialog::nameIsAskedFor()
{
    const size_t before = m_server->received().size();
    submit(u"   "_s);
    QCOMPARE(m_dialog->findChild<QLabel *>(u"nameHint"_s)->text().mid(2), u"Type something here."_s);
    QCOMPARE(m_server->received().size(), before);
}

void TestCreateSiteDialog::longNameIsRefused()
{
    submit(QString(101, u'x'));
    QVERIFY(m_dialog->findChild<QLabel *>(u"nameHint"_s)->text().contains("100"_L1));
}

void TestCreateSiteDialog::rulesAreAskedForOnce()
{
    const CreateSiteDialog another(*m_api, u"acme"_s);
    QTest::qWait(20);
    QCOMPARE(m_server->count("GET", u"/api/schema/"_s), 1);
}

void TestCreateSiteDialog::withoutRulesTheServerDecides()
{
    m_server->on("GET", u"/api/schema/"_s, {503, "{}"});
    client::Api stranger(m_server->url());
    json::Object body;
    body.set("name", "");
    QVERIFY(ApiDescription::of(stranger).check("NewSite", body).empty());
}

void TestCreateSiteDialog::serverErrorStandsAtItsField()
{
    submit(u"acme-prod"_s);
    auto *hint = m_dialog->findChild<QLabel *>(u"nameHint"_s);
    QTRY_VERIFY(hint->text().contains("This name is taken."_L1));
    QVERIFY(m_dialog->isVisible());
    QVERIFY(!m_dialog->findChild<QLabel *>(u"problem"_s)->isVisible());
    QCOMPARE(m_dialog->findChild<QLineEdit *>(u"name"_s)->text(), u"acme-prod"_s);
    submit(u"other"_s);
    QTRY_VERIFY(!m_dialog->isVisible());
}

void TestCreateSiteDialog::errorWithoutFieldStandsBelow()
{
    m_server->on("POST", u"/api/cloud/organizations/acme/sites/"_s,
                 {400, R"({"status":"error","code":"BAD_REQUEST","message":"The organization has its one site."})"});
    submit(u"other"_s);
    auto *problem = m_dialog->findChild<QLabel *>(u"problem"_s);
    QTRY_VERIFY(problem->isVisible());
    QVERIFY(problem->text().contains("has its one site"_L1));
}

TENANTRY_GUI_TEST_MAIN(TestCreateSiteDialog)
#include "tst_createsitedialog.moc"
