// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/profiledialog.h"

#include "tests/support/fakeserver.h"
#include "tests/support/guiwatchdog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

class TestProfileDialog : public QObject
{
    Q_OBJECT

    static void type(const ProfileDialog &dialog, const QString &field, const QString &text)
    {
        auto *edit = dialog.findChild<QLineEdit *>(field);
        edit->setFocus();
        edit->clear();
        QTest::keyClicks(edit, text);
    }
    static void send(const ProfileDialog &dialog)
    {
        QTest::keyClick(dialog.findChild<QLineEdit *>(u"name"_s), Qt::Key_Return);
    }

private slots:
    void savesWhatAnswers()
    {
        tenantry::test::FakeServer server;
        server.on("GET", u"/health/"_s, {200, R"({"status":"ok"})"});
        ProfileDialog dialog({}, {u"Customers"_s});
        dialog.show();
        type(dialog, u"name"_s, u" Shop "_s);
        type(dialog, u"url"_s, server.url().toString());
        type(dialog, u"username"_s, u"ada@example.org"_s);
        dialog.findChild<QComboBox *>(u"group"_s)->setCurrentText(u"Customers"_s);
        dialog.findChild<QCheckBox *>(u"readOnly"_s)->setChecked(true);
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        send(dialog);
        QVERIFY(accepted.wait());
        QCOMPARE(server.count("GET", u"/health/"_s), 1);
        const Profile profile = dialog.profile();
        QCOMPARE(profile.name, u"Shop"_s);
        QCOMPARE(profile.group, u"Customers"_s);
        QCOMPARE(profile.address, server.url().toString());
        QCOMPARE(profile.account, u"ada@example.org"_s);
        QVERIFY(profile.readOnly);
        QVERIFY(profile.id.isEmpty());
    }

    void whatDoesNotAnswerIsSavedOnlyWhenToldSo()
    {
        tenantry::test::FakeServer server; // knows no route, as some other server
        ProfileDialog dialog({}, {});
        dialog.show();
        type(dialog, u"name"_s, u"Shop"_s);
        type(dialog, u"url"_s, server.url().toString());
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        send(dialog);
        auto *untested = dialog.findChild<QCheckBox *>(u"untested"_s);
        QVERIFY(!untested->isVisible());
        QTRY_VERIFY(untested->isVisible());
        QVERIFY(!dialog.findChild<QLabel *>(u"problem"_s)->text().isEmpty());
        QCOMPARE(accepted.size(), 0);
        untested->setChecked(true);
        send(dialog);
        QCOMPARE(accepted.size(), 1);
    }

    void keepsWhoItIsWhenChanged()
    {
        const Profile before{u"an id"_s,         u"Mine"_s, u"Home"_s, Profile::Kind::Folder,
                             u"/srv/tenantry"_s, {},        u"green"_s};
        ProfileDialog dialog(before, {u"Home"_s});
        dialog.show();
        QVERIFY(dialog.profile() == before);
        QVERIFY(!dialog.findChild<QLineEdit *>(u"username"_s)->isEnabled());
        type(dialog, u"name"_s, u"Ours"_s);
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        send(dialog);
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(dialog.profile().id, before.id);
        QCOMPARE(dialog.profile().colour, before.colour);
        QCOMPARE(dialog.profile().name, u"Ours"_s);
    }

    void saysWhatIsMissing_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("field");
        const int server = int(Profile::Kind::Server);
        const int folder = int(Profile::Kind::Folder);
        QTest::newRow("no name") << server << u""_s << u"localhost"_s << u"name"_s;
        QTest::newRow("no address") << server << u"a"_s << u""_s << u"url"_s;
        QTest::newRow("in clear") << server << u"a"_s << u"http://api.example.org"_s << u"url"_s;
        QTest::newRow("no folder") << folder << u"a"_s << u""_s << u"url"_s;
        QTest::newRow("half a folder") << folder << u"a"_s << u"data"_s << u"url"_s;
    }
    void saysWhatIsMissing()
    {
        QFETCH(int, kind);
        QFETCH(QString, name);
        QFETCH(QString, address);
        QFETCH(QString, field);
        Profile empty;
        empty.kind = Profile::Kind(kind);
        ProfileDialog dialog(empty, {});
        dialog.show();
        type(dialog, u"name"_s, name);
        type(dialog, u"url"_s, address);
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        send(dialog);
        QCOMPARE(accepted.size(), 0);
        QVERIFY(dialog.findChild<QLabel *>(field + u"Hint"_s)->text().startsWith(u"\u26a0"_s));
    }
};

TENANTRY_GUI_TEST_MAIN(TestProfileDialog)
#include "tst_profiledialog.moc"
