// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/accountcache.h"

#include "core/identity/accounts.h"
#include "core/identity/passwordhasher.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::identity;
using namespace Qt::StringLiterals;

class TestAccountCache : public QObject
{
    Q_OBJECT

private slots:
    void itReadsAgainAfterAnyChange_data() { test::engineRows(); }
    void itReadsAgainAfterAnyChange()
    {
        QFETCH(QString, engine);
        test::TestEngine instance(engine);
        const auto platform = instance.migratedPlatform();
        PasswordHasher hasher(1);
        const Clock clock;
        NewAccount wanted;
        wanted.username = u"ada"_s;
        wanted.email = u"ada@example.org"_s;
        const Account ada = test::expectValue(Accounts(*platform, hasher, clock).create(wanted));

        int asked = 0;
        AccountCache cache(*platform, [&](sql::Session &, const PlatformPrincipal &who, const QString &site) {
            ++asked;
            return Result<QStringList>({who.username, site});
        });
        const auto find = [&] { return test::expectValue(cache.find(ada.uuid, u"site-1"_s)); };
        QCOMPARE(find()->sitePermissions, QStringList({u"ada"_s, u"site-1"_s}));
        for (int i = 0; i < 100; ++i)
            (void)find();
        QVERIFY2(asked < 50, "answers are kept for a while");
        QCOMPARE(test::expectValue(cache.find(ada.uuid, u"site-2"_s))->sitePermissions.last(), u"site-2"_s);

        for (int i = 1; i <= 20; ++i) {
            test::runScript(*platform, "UPDATE {accounts} SET token_epoch = token_epoch + 1");
            QCOMPARE(find()->account.tokenEpoch, i);
        }
        test::runScript(*platform, "DELETE FROM {accounts}");
        QVERIFY(!find());
        QVERIFY(!test::expectValue(cache.find(u"no such account"_s, QString())));
    }

    void changesOfOtherServersAreSeenSoon()
    {
        test::TestEngine instance(u"sqlite"_s);
        const auto platform = instance.migratedPlatform();
        const auto otherServer = test::expectValue(instance.engine().openPlatform());
        PasswordHasher hasher(1);
        const Clock clock;
        NewAccount wanted;
        wanted.email = u"ada@example.org"_s;
        const Account ada = test::expectValue(Accounts(*platform, hasher, clock).create(wanted));
        AccountCache cache(*platform, {});
        QVERIFY(test::expectValue(cache.find(ada.uuid, QString()))->account.active);
        test::runScript(*otherServer, "UPDATE {accounts} SET is_active = FALSE");
        QTRY_VERIFY(!test::expectValue(cache.find(ada.uuid, QString()))->account.active);
    }
};

QTEST_GUILESS_MAIN(TestAccountCache)
#include "tst_accountcache.moc"
