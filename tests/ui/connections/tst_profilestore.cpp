// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/guiwatchdog.h"
#include "ui/connections/profilestore.h"
#include "ui/workspace/workspace.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

namespace {

const Profile server{
    {},       u"Shop"_s, u"Customers"_s, Profile::Kind::Server, u"https://shop.example.org"_s, u"ada@example.org"_s,
    u"red"_s, true};
const Profile folder{{}, u"Mine"_s, {}, Profile::Kind::Folder, u"/home/ada/tenantry"_s, {}, {}, false};

template<class... Text>
QByteArray exportedWith(Text... keysAndValues)
{
    const QStringList texts{QString::fromLatin1(keysAndValues)...};
    QJsonObject profile;
    for (qsizetype i = 0; i < texts.size(); i += 2)
        profile.insert(texts[i], texts[i + 1]);
    return QJsonDocument(QJsonObject{{u"profiles"_s, QJsonArray{profile}}}).toJson();
}

QStringList names(const ProfileStore &store)
{
    QStringList names;
    for (const Profile &profile : store.all())
        names.append(profile.name);
    return names;
}

} // namespace

class TestProfileStore : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;
    int m_files = 0;

    QString newFile() { return m_directory.filePath(u"%1.sqlite"_s.arg(++m_files)); }

private slots:
    void keepsProfilesBetweenRuns()
    {
        const QString file = newFile();
        QString id;
        {
            Workspace workspace(file);
            ProfileStore store(workspace);
            id = store.save(server);
            store.save(folder);
            const QString gone =
                store.save({{}, u"Gone"_s, {}, Profile::Kind::Server, u"https://gone.example.org"_s, {}, {}});
            store.remove(gone);
        }
        Workspace workspace(file);
        ProfileStore store(workspace);
        QVERIFY(!store.isLoaded());
        QSignalSpy loaded(&store, &ProfileStore::loaded);
        QVERIFY(loaded.wait());
        QCOMPARE(names(store), QStringList({u"Mine"_s, u"Shop"_s}));
        Profile expected = server;
        expected.id = id;
        QVERIFY(store.at(1) == expected);
    }

    void isAModelInOrder()
    {
        Workspace workspace(newFile());
        ProfileStore store(workspace);
        const QAbstractItemModelTester tester(&store, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_VERIFY(store.isLoaded());
        const QString id = store.save(server);
        store.save(folder);
        QCOMPARE(names(store), QStringList({u"Mine"_s, u"Shop"_s}));
        Profile renamed = store.at(store.rowOf(id));
        renamed.group.clear();
        renamed.name = u"A shop"_s;
        QCOMPARE(store.save(renamed), id);
        QCOMPARE(names(store), QStringList({u"A shop"_s, u"Mine"_s}));
        QCOMPARE(store.index(0, ProfileStore::UseColumn).data().toString(), u"Read-only"_s);
        store.remove(id);
        QCOMPARE(store.rowOf(id), -1);
        QCOMPARE(names(store), QStringList(u"Mine"_s));
    }

    void travelsWithoutIds()
    {
        Profile saved = server;
        saved.id = u"secret-of-this-console"_s;
        const QByteArray file = exportProfiles({saved, folder});
        QVERIFY(!file.contains(saved.id.toUtf8()));
        const auto profiles = importProfiles(file);
        QVERIFY2(profiles, profiles ? "" : qPrintable(profiles.error().message));
        QCOMPARE(profiles->size(), std::size_t(2));
        QVERIFY(profiles->front() == server);
        QVERIFY(profiles->back() == folder);
    }

    void refusesOtherFiles_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("says");
        QTest::newRow("no JSON") << QByteArray("<xml/>") << u""_s;
        QTest::newRow("another file") << QByteArray("{}") << u"not a file of instances"_s;
        const auto one = [](const char *kind, const char *name, const char *address) {
            return exportedWith("kind", kind, "name", name, "address", address);
        };
        QTest::newRow("no name") << one("server", "", "https://a.example") << u"Instance 1"_s;
        QTest::newRow("a kind nobody knows") << one("ftp", "a", "b") << u"kind"_s;
        QTest::newRow("a bad address") << one("server", "a", "ftp://b") << u"https://"_s;
    }
    void refusesOtherFiles()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, says);
        const auto profiles = importProfiles(file);
        QVERIFY(!profiles);
        QVERIFY2(profiles.error().message.contains(says), qPrintable(profiles.error().message));
    }
};

TENANTRY_GUI_TEST_MAIN(TestProfileStore)
#include "tst_profilestore.moc"
