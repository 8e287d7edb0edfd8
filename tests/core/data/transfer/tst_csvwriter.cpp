// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/transfer/csvwriter.h"

#include "core/data/transfer/csvreader.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;
using data::CsvWriter;

class TestCsvWriter : public QObject
{
    Q_OBJECT

private slots:
    void writes()
    {
        QByteArray out;
        CsvWriter writer(out);
        writer.plain("1").text("a").null().text("").endRecord();
        writer.text("a,b").text("say \"hi\"").text("x\ny").text(" z").endRecord();
        QCOMPARE(out, "1,a,,\"\"\r\n\"a,b\",\"say \"\"hi\"\"\",\"x\ny\", z\r\n");
    }

    void disarmsFormulasOnlyWhenAsked()
    {
        const auto written = [](CsvWriter::Formulas formulas) {
            QByteArray out;
            CsvWriter writer(out, formulas);
            writer.text("=1+1").text("+1").text("-1").text("@a").text("\ta").text("a=").plain("-1");
            return out;
        };
        QCOMPARE(written(CsvWriter::Formulas::Kept), "=1+1,+1,-1,@a,\ta,a=,-1");
        QCOMPARE(written(CsvWriter::Formulas::Disarmed), "\"'=1+1\",\"'+1\",\"'-1\",\"'@a\",\"'\ta\",a=,-1");
    }

    void isReadBack()
    {
        for (const std::string_view text : {"", "a", "\"", "\"\"", "a\r\nb", ",", "\r", " ", "\xC3\xA4"}) {
            QByteArray out;
            CsvWriter writer(out);
            writer.text(text).null().endRecord();
            data::CsvReader reader({out.constData(), std::size_t(out.size())});
            QVERIFY(*reader.next());
            QCOMPARE(reader.fields().size(), std::size_t(2));
            QVERIFY(reader.fields()[0].text == text);
            QCOMPARE(reader.fields()[0].quoted, text.empty() || reader.fields()[0].quoted);
            QVERIFY(reader.fields()[1].text.empty() && !reader.fields()[1].quoted);
        }
    }
};

QTEST_APPLESS_MAIN(TestCsvWriter)
#include "tst_csvwriter.moc"
