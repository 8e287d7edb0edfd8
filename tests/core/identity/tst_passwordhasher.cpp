// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/passwordhasher.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::identity;
using namespace Qt::StringLiterals;

class TestPasswordHasher : public QObject
{
    Q_OBJECT

private slots:
    void aHashMatchesItsPasswordAlone()
    {
        PasswordHasher hasher(1);
        const QString hash = *hasher.hash(u"correct horse"_s).wait();
        QVERIFY(hash.startsWith(u"$argon2id$v=19$m=19456,t=2,p=1$"_s));
        QVERIFY(*hasher.verify(u"correct horse"_s, hash).wait());
        QVERIFY(!*hasher.verify(u"correct horses"_s, hash).wait());
        QVERIFY(*hasher.hash(u"correct horse"_s).wait() != hash);
    }

    void nobodyAndNonsenseNeverMatch_data()
    {
        QTest::addColumn<QString>("hash");
        QTest::newRow("nobody") << QString();
        QTest::newRow("not a hash") << u"correct horse"_s;
    }
    void nobodyAndNonsenseNeverMatch()
    {
        QFETCH(QString, hash);
        PasswordHasher hasher(1);
        QVERIFY(!*hasher.verify(u"correct horse"_s, hash).wait());
        QVERIFY(!*hasher.verify(QString(), hash).wait());
    }

    void beyondTheBoundItRefusesAtOnce()
    {
        PasswordHasher hasher(1, 2);
        std::vector<Later<bool>> answers;
        for (int i = 0; i < 10; ++i)
            answers.push_back(hasher.verify(u"x"_s, QString()));
        int refused = 0;
        for (Later<bool> &answer : answers) {
            const auto result = std::move(answer).wait();
            if (!result) {
                QCOMPARE(result.error().code, ErrorCode::Unavailable);
                ++refused;
            }
        }
        QVERIFY(refused > 0);
        QVERIFY(refused <= 8);
        QVERIFY(hasher.hash(u"again"_s).wait());
    }

    void whatWaitsAtTheEndIsAnswered()
    {
        std::vector<Later<bool>> answers;
        {
            PasswordHasher hasher(1);
            for (int i = 0; i < 20; ++i)
                answers.push_back(hasher.verify(u"x"_s, QString()));
        }
        for (Later<bool> &answer : answers)
            (void)std::move(answer).wait();
    }
};

QTEST_APPLESS_MAIN(TestPasswordHasher)
#include "tst_passwordhasher.moc"
