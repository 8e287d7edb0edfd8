// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/api.h"
#include "tests/support/guiwatchdog.h"
#include "tests/support/serverfixture.h"
#include "ui/dialogs/apidescription.h"
#include "ui/dialogs/createappdialog.h"
#include "ui/dialogs/createorganizationdialog.h"
#include "ui/dialogs/createsitedialog.h"
#include "ui/dialogs/newnames.h"

#include <QLabel>
#include <QLineEdit>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

/// What the forms say the server will make is what it makes: asked of a real server, typed on the keyboard.
class TestNewNames : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void namesAreThoseTheServerMakes_data();
    void namesAreThoseTheServerMakes();
    void nothingIsPromisedWithoutAName();
    void withoutTheServersWordThereIsNoDomain();

private:
    void signIn(const test::ServerFixture &server);
    QString shown(const FormDialog &form, const QString &id) const { return form.findChild<QLabel *>(id)->text(); }
    void type(FormDialog &form, const QString &name) const;

    std::unique_ptr<client::Api> m_api;
};

void TestNewNames::cleanup()
{
    m_api.reset();
}

void TestNewNames::signIn(const test::ServerFixture &server)
{
    m_api = std::make_unique<client::Api>(QUrl(u"http://127.0.0.1:%1"_s.arg(server.port())));
    m_api
        ->signIn(QLatin1StringView(test::ServerFixture::adminEmail),
                 QLatin1StringView(test::ServerFixture::adminPassword))
        .then(this, [](const Result<QString> &account) { QVERIFY(account); });
    QTRY_VERIFY_WITH_TIMEOUT(!m_api->account().isEmpty(), 30'000);
}

void TestNewNames::type(FormDialog &form, const QString &name) const
{
    form.open();
    auto *edit = form.findChild<QLineEdit *>(u"name"_s);
    QVERIFY(edit);
    edit->insert(name); // keyClicks knows ASCII only
}

void TestNewNames::namesAreThoseTheServerMakes_data()
{
    QTest::addColumn<QString>("deployment");
    QTest::addColumn<QString>("typed");
    QTest::newRow("plain") << u"production"_s << u"Portal"_s;
    QTest::newRow("spaces and signs") << u"production"_s << u"  The  Shop & Caf\u00e9!  "_s;
    QTest::newRow("another script") << u"production"_s << u"\u041c\u043e\u0441\u043a\u0432\u0430 2"_s;
    QTest::newRow("begins with a digit") << u"production"_s << u"24 hours"_s;
    QTest::newRow("reserved") << u"production"_s << u"Admin"_s;
    QTest::newRow("only signs") << u"production"_s << u"***"_s;
    QTest::newRow("long") << u"production"_s << QString(90, u'x');
    QTest::newRow("staging deployment") << u"staging"_s << u"Portal"_s;
}

void TestNewNames::namesAreThoseTheServerMakes()
{
    QFETCH(QString, deployment);
    QFETCH(QString, typed);
    const test::ServerFixture server(u"sqlite"_s, {{u"ENVIRONMENT"_s, deployment}});
    signIn(server);
    QVERIFY(!QTest::currentTestFailed());

    CreateOrganizationDialog organizationForm(*m_api);
    type(organizationForm, typed);
    const QString organization = shown(organizationForm, u"newSlug"_s);
    QSignalSpy organizationMade(&organizationForm, &CreateOrganizationDialog::created);
    QTest::keyClick(&organizationForm, Qt::Key_Return);
    QVERIFY(organizationMade.wait(30'000));
    QCOMPARE(organizationMade[0][0].value<client::Organization>().slug, organization);

    CreateSiteDialog siteForm(*m_api, organization);
    QTRY_VERIFY_WITH_TIMEOUT(ApiDescription::of(*m_api).isKnown(), 30'000);
    type(siteForm, typed);
    const QString site = shown(siteForm, u"newSlug"_s);
    QSignalSpy siteMade(&siteForm, &CreateSiteDialog::created);
    QTest::keyClick(&siteForm, Qt::Key_Return);
    QVERIFY(siteMade.wait(60'000));
    const auto made = siteMade[0][0].value<client::SiteSummary>();
    QCOMPARE(made.slug, site);
    QCOMPARE(siteForm.findChild<QLabel *>(u"newName"_s)->isHidden(), made.name == typed.trimmed());
    std::optional<Result<json::Value>> answer;
    m_api->sendPlatform(client::Request::get(u"/api/cloud/sites/%1/"_s.arg(site)))
        .then(this, [&](Result<json::Value> read) { answer = std::move(read); });
    QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 30'000);
    QCOMPARE((**answer)["schema_name"].text(), shown(siteForm, u"newSchema"_s));
    QCOMPARE((**answer)["domains"].at(0)["domain"].text(), shown(siteForm, u"newDomain"_s));

    CreateAppDialog appForm(*m_api, site);
    type(appForm, typed);
    const QString app = shown(appForm, u"newSlug"_s);
    QSignalSpy appMade(&appForm, &CreateAppDialog::created);
    QTest::keyClick(&appForm, Qt::Key_Return);
    QVERIFY(appMade.wait(30'000));
    QCOMPARE(appMade[0][0].value<client::AppSummary>().slug, app);
}

void TestNewNames::nothingIsPromisedWithoutAName()
{
    QVERIFY(NewNames::ofSite(u"   "_s, {}).slug.isEmpty());
    QVERIFY(NewNames::ofApp({}).slug.isEmpty());
    client::Api nobody(QUrl(u"http://127.0.0.1:9"_s));
    const CreateSiteDialog form(nobody, u"acme"_s);
    QCOMPARE(shown(form, u"newSlug"_s), u"\u2013"_s);
    QCOMPARE(shown(form, u"newDomain"_s), u"\u2013"_s);
    QVERIFY(form.findChild<QLabel *>(u"newName"_s)->isHidden());
}

void TestNewNames::withoutTheServersWordThereIsNoDomain()
{
    const NewNames names = NewNames::ofSite(u"Portal"_s, {});
    QCOMPARE(names.slug, u"portal"_s);
    QCOMPARE(names.schemaName, u"portal"_s);
    QVERIFY(names.domain.isEmpty());
}

TENANTRY_GUI_TEST_MAIN(TestNewNames)
#include "tst_newnames.moc"
