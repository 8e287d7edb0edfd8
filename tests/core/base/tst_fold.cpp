// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fold.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

class TestFold : public QObject
{
    Q_OBJECT

private slots:
    void ignoresCase()
    {
        QCOMPARE(folded(u"Stra\u00dfe"_s), folded(u"STRASSE"_s));
        QCOMPARE(folded(u"\u03bf\u03b4\u03cc\u03c2"_s), folded(u"\u039f\u0394\u038c\u03a3"_s)); // a final sigma
        QCOMPARE(folded(u"i"_s), u"I"_s);
        QCOMPARE(folded(std::string_view("az[`{")), std::string("AZ[`{"));
    }

    void foldsUtf8AsText()
    {
        const QString text = u"caf\u00e9 \U00010428 \u0149"_s;
        QCOMPARE(folded(std::string_view(text.toStdString())), folded(text).toStdString());
    }
};

QTEST_APPLESS_MAIN(TestFold)
#include "tst_fold.moc"
