// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/errorcode.h"
#include "tests/support/testnames.h"

#include <QFile>
#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

namespace {

/// docs/errors.md, as the table of codes has it.
QString errorsPage()
{
    QString page =
        u"# Errors\n\n"
        "Every answer that is no success has one of these statuses; `code` stands in its body, with a `message` that\n"
        "says what is wrong and `errors` that names each field where fields are wrong.\n\n"
        "| Status | `code` | Meaning and remedy |\n|---|---|---|\n"_s;
    for (const ErrorCodeInfo &info : allErrorCodes())
        page += u"| %1 | `%2` | %3 |\n"_s.arg(info.status).arg(info.apiCode, info.help);
    return page;
}

} // namespace

class TestErrorCode : public QObject
{
    Q_OBJECT

private slots:
    void everyCodeHasOneRow()
    {
        for (int i = 0; i <= static_cast<int>(ErrorCode::Serialization); ++i) {
            const auto code = static_cast<ErrorCode>(i);
            const auto codes = allErrorCodes();
            QCOMPARE(std::count_if(codes.begin(), codes.end(), [code](const auto &info) { return info.code == code; }),
                     1);
            QCOMPARE(describe(code).code, code);
            QVERIFY(describe(code).status >= 400);
        }
    }

    /// With TENANTRY_UPDATE_DOCS set the page is written instead of compared.
    void pageIsUpToDate()
    {
        QFile page(test::sourceDirectory() + u"/docs/errors.md"_s);
        if (qEnvironmentVariableIsSet("TENANTRY_UPDATE_DOCS")) {
            QVERIFY(page.open(QIODevice::WriteOnly));
            page.write(errorsPage().toUtf8());
            page.close();
        }
        QVERIFY(page.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(page.readAll()), errorsPage());
    }
};

QTEST_APPLESS_MAIN(TestErrorCode)
#include "tst_errorcode.moc"
