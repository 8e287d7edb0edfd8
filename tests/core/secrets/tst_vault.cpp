// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keyrotation.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::secrets;
using namespace Qt::StringLiterals;
using test::expectValue;

namespace {

const QString siteUuid = u"6f9619ff-8b86-4011-b42d-00c04fc964ff"_s;
const QByteArray firstKey(32, 'a');
const QByteArray secondKey(32, 'b');

/// A vault whose master keys a test changes, as an operator does.
struct Deployment
{
    explicit Deployment(QByteArrayList given)
        : texts(std::make_shared<QByteArrayList>(std::move(given)))
        , masterKeys(expectValue(MasterKeys::create([texts = texts]() -> Result<QByteArrayList> { return *texts; })))
        , vault(*masterKeys)
    {
    }

    void change(const QByteArrayList &given)
    {
        *texts = given;
        expectValue(masterKeys->reload());
    }

    std::shared_ptr<QByteArrayList> texts;
    std::unique_ptr<MasterKeys> masterKeys;
    Vault vault;
};

QByteArray sealedIn(sql::Database &site, const Vault &vault, const QByteArray &plain, const QString &uuid = siteUuid)
{
    return expectValue(site.write([&vault, plain, uuid](sql::Transaction &transaction) -> Result<QByteArray> {
        const DataKey key = TRY(vault.ensureDataKey(transaction, uuid));
        return key.seal(plain, u"one"_s);
    }));
}

Result<QByteArray> openedIn(sql::Database &site, const Vault &vault, const QByteArray &sealed,
                            const QString &id = u"one"_s, const QString &uuid = siteUuid)
{
    return site.read([&](sql::Session &session) -> Result<QByteArray> {
        const DataKey key = TRY(vault.dataKey(session, uuid));
        return key.open(sealed, id);
    });
}

} // namespace

class TestVault : public QObject
{
    Q_OBJECT

private slots:
    void aSiteHasOneDataKey_data() { test::engineRows(); }
    void aSiteHasOneDataKey()
    {
        QFETCH(QString, engine);
        const auto site = m_engines[engine].migratedSite();
        const Deployment deployment({firstKey});
        QCOMPARE(openedIn(*site, deployment.vault, "v1.").error().code, ErrorCode::Internal);
        const QByteArray one = sealedIn(*site, deployment.vault, "hunter2");
        const QByteArray two = sealedIn(*site, deployment.vault, "hunter3");
        QCOMPARE(expectValue(openedIn(*site, deployment.vault, one)), "hunter2");
        QCOMPARE(expectValue(openedIn(*site, deployment.vault, two)), "hunter3");
        QCOMPARE(test::readText(*site, "SELECT count(*) FROM {data_keys}"), u"1"_s);
    }

    void whatWasSealedIsWorthNothingElsewhere_data() { test::engineRows(); }
    void whatWasSealedIsWorthNothingElsewhere()
    {
        QFETCH(QString, engine);
        const auto site = m_engines[engine].migratedSite();
        const Deployment deployment({firstKey});
        const QByteArray sealed = sealedIn(*site, deployment.vault, "hunter2");
        QVERIFY(!openedIn(*site, deployment.vault, sealed, u"two"_s));

        // A thief who puts the rows into a site of their own has another UUID there.
        const QString other = u"00000000-0000-4000-8000-000000000000"_s;
        QVERIFY(!openedIn(*site, deployment.vault, sealed, u"one"_s, other));
        const auto otherSite = m_engines[engine].migratedSite();
        sealedIn(*otherSite, deployment.vault, "x", other);
        QVERIFY(!openedIn(*otherSite, deployment.vault, sealed, u"one"_s, other));
    }

    void withoutTheMasterKeyNothingOpens_data() { test::engineRows(); }
    void withoutTheMasterKeyNothingOpens()
    {
        QFETCH(QString, engine);
        const auto site = m_engines[engine].migratedSite();
        const QByteArray sealed = sealedIn(*site, Deployment({firstKey}).vault, "hunter2");
        const Deployment thief({secondKey});
        QCOMPARE(openedIn(*site, thief.vault, sealed).error().code, ErrorCode::NotConfigured);
        // Not even who claims that the data key was wrapped by theirs.
        const QString id = thief.masterKeys->current().id;
        expectValue(site->write([id](sql::Transaction &transaction) {
            return transaction.execute("UPDATE {data_keys} SET master_key_id = $1", {id});
        }));
        QCOMPARE(openedIn(*site, thief.vault, sealed).error().code, ErrorCode::Internal);
    }

    /// The shared schema has one too, for the second factors of accounts.
    void thePlatformsIsRotatedAsWell_data() { test::engineRows(); }
    void thePlatformsIsRotatedAsWell()
    {
        QFETCH(QString, engine);
        test::TestEngine instance(engine);
        const auto platform = instance.migratedPlatform();
        Deployment deployment({firstKey});
        QVERIFY(!expectValue(rewrap(deployment.vault, *platform, platformPlace)));
        const QByteArray sealed = sealedIn(*platform, deployment.vault, "hunter2", platformPlace);
        deployment.change({secondKey, firstKey});
        QVERIFY(expectValue(rewrap(deployment.vault, *platform, platformPlace)));
        deployment.change({secondKey});
        QCOMPARE(expectValue(openedIn(*platform, deployment.vault, sealed, u"one"_s, platformPlace)), "hunter2");
    }

    void rotationLeavesWhatWasSealed_data() { test::engineRows(); }
    void rotationLeavesWhatWasSealed()
    {
        QFETCH(QString, engine);
        const auto site = m_engines[engine].migratedSite();
        Deployment deployment({firstKey});
        QVERIFY(!expectValue(rewrap(deployment.vault, *site, siteUuid))); // nothing was sealed yet
        const QByteArray sealed = sealedIn(*site, deployment.vault, "hunter2");
        QVERIFY(!expectValue(rewrap(deployment.vault, *site, siteUuid)));

        deployment.change({secondKey, firstKey});
        QCOMPARE(expectValue(openedIn(*site, deployment.vault, sealed)), "hunter2");
        QVERIFY(expectValue(rewrap(deployment.vault, *site, siteUuid)));
        QVERIFY(!expectValue(rewrap(deployment.vault, *site, siteUuid)));
        deployment.change({secondKey});
        QCOMPARE(expectValue(openedIn(*site, deployment.vault, sealed)), "hunter2");
        QCOMPARE(openedIn(*site, Deployment({firstKey}).vault, sealed).error().code, ErrorCode::NotConfigured);
    }

    void aServerLearnsOfAKeyThatAnotherWrapsWith_data() { test::engineRows(); }
    void aServerLearnsOfAKeyThatAnotherWrapsWith()
    {
        QFETCH(QString, engine);
        const auto site = m_engines[engine].migratedSite();
        Deployment slow({firstKey});
        const QByteArray sealed = sealedIn(*site, slow.vault, "hunter2");
        *slow.texts = {secondKey, firstKey}; // nobody told it to read them again
        const Deployment quick({secondKey, firstKey});
        QVERIFY(expectValue(rewrap(quick.vault, *site, siteUuid)));
        QCOMPARE(expectValue(openedIn(*site, slow.vault, sealed)), "hunter2");
    }

    void keysThatCannotBeReadChangeNothing()
    {
        bool fails = false;
        const auto keys = expectValue(MasterKeys::create([&fails]() -> Result<QByteArrayList> {
            if (fails)
                return failure(ErrorCode::Internal, u"gone"_s);
            return QByteArrayList{firstKey, secondKey};
        }));
        const QString id = keys->current().id;
        QCOMPARE(id.size(), 16);
        QVERIFY(keys->hasFormer());
        fails = true;
        QVERIFY(!keys->reload());
        QVERIFY(!keys->find(u"0123456789abcdef"_s));
        QCOMPARE(keys->current().id, id);
        QVERIFY(!MasterKeys::create([]() -> Result<QByteArrayList> { return QByteArrayList(); }));
    }

private:
    test::SharedEngines m_engines;
};

QTEST_GUILESS_MAIN(TestVault)
#include "tst_vault.moc"
