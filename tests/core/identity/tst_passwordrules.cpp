// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/passwordrules.h"

#include <QTest>

using namespace tenantry::identity;
using namespace Qt::StringLiterals;

class TestPasswordRules : public QObject
{
    Q_OBJECT

private slots:
    void rules_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("problem"); ///< a word of the message; empty: acceptable
        QTest::newRow("good") << u"correct horse battery"_s << QString();
        QTest::newRow("eight characters") << u"xk7-Wq2z"_s << QString();
        QTest::newRow("seven characters") << u"xk7-Wq2"_s << u"8 characters"_s;
        QTest::newRow("empty") << QString() << u"8 characters"_s;
        QTest::newRow("digits") << u"8052639417"_s << u"digits"_s;
        QTest::newRow("common") << u"password123"_s << u"common"_s;
        QTest::newRow("common, other case") << u"PassWord123"_s << u"common"_s;
        QTest::newRow("the user name") << u"lovelace"_s << u"too close"_s;
        QTest::newRow("the user name and a digit") << u"Lovelace1"_s << u"too close"_s;
        QTest::newRow("the e-mail address") << u"countess@example.org"_s << u"too close"_s;
        QTest::newRow("the e-mail address's name") << u"countess9"_s << u"too close"_s;
        QTest::newRow("the last name") << u"byron-king"_s << u"too close"_s;
        QTest::newRow("the name within a long one") << u"lovelace has a difference engine"_s << QString();
        QTest::newRow("1024 bytes") << u"äb"_s.repeated(341) + u"c"_s << QString();
        QTest::newRow("1025 bytes") << u"ä"_s.repeated(512) + u"c"_s << u"1024 bytes"_s;
    }

    void rules()
    {
        QFETCH(QString, password);
        QFETCH(QString, problem);
        const QStringList personal{u"lovelace"_s, u"countess@example.org"_s, u"Ada"_s, u"Byron-King"_s};
        const auto found = passwordProblem(password, personal);
        QCOMPARE(found.has_value(), !problem.isEmpty());
        QVERIFY(!found || found->contains(problem));
    }
};

QTEST_APPLESS_MAIN(TestPasswordRules)
#include "tst_passwordrules.moc"
