// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/names.h"

#include <QTest>

using namespace tenantry::identity;
using namespace Qt::StringLiterals;

class TestNames : public QObject
{
    Q_OBJECT

private slots:
    void username_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("plain") << u"ada"_s << true;
        QTest::newRow("every kind of character") << u"Ada.L_9+x-y@example.org"_s << true;
        QTest::newRow("other scripts") << u"Ада"_s << true;
        QTest::newRow("150") << QString(150, u'a') << true;
        QTest::newRow("151") << QString(151, u'a') << false;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("space") << u"a b"_s << false;
        QTest::newRow("slash") << u"a/b"_s << false;
        QTest::newRow("line end") << u"ada\n"_s << false;
        QTest::newRow("reserved") << u"me"_s << false;
    }
    void username()
    {
        QFETCH(QString, text);
        QTEST(!usernameProblem(text).has_value(), "good");
    }

    void email_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("plain") << u"ada@example.org"_s << true;
        QTest::newRow("tag and dots") << u"ada.l+x@mail.example.org"_s << true;
        QTest::newRow("intranet") << u"admin@localhost"_s << true;
        QTest::newRow("no at") << u"ada.example.org"_s << false;
        QTest::newRow("two ats") << u"ada@b@example.org"_s << false;
        QTest::newRow("no name") << u"@example.org"_s << false;
        QTest::newRow("no domain") << u"ada@"_s << false;
        QTest::newRow("dot at the end") << u"ada@example."_s << false;
        QTest::newRow("two dots") << u"ada@example..org"_s << false;
        QTest::newRow("hyphen first") << u"ada@-example.org"_s << false;
        QTest::newRow("header injection") << u"ada@example.org\r\nBcc: x"_s << false;
        QTest::newRow("several") << u"ada@example.org,bob@example.org"_s << false;
        QTest::newRow("name part too long") << QString(65, u'a') + u"@example.org"_s << false;
        QTest::newRow("too long") << u"a@"_s + QString(250, u'b') + u".org"_s << false;
    }
    void email()
    {
        QFETCH(QString, text);
        QTEST(!emailProblem(text).has_value(), "good");
    }
};

QTEST_APPLESS_MAIN(TestNames)
#include "tst_names.moc"
