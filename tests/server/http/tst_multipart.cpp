// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/multipart.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;
using http::FormPart;
using http::MultipartReader;

namespace {

const QByteArray form = "multipart/form-data; boundary=xyz";

/// Parts as name[file name](type)=content; what is malformed as its last words.
QString readAll(const QByteArray &body, const QByteArray &contentType = form)
{
    Result<MultipartReader> reader = MultipartReader::of(contentType, body);
    if (!reader)
        return u"! "_s + reader.error().message;
    QStringList out;
    while (true) {
        const Result<std::optional<FormPart>> part = reader->next();
        if (!part)
            out += u"! "_s + part.error().message.section(u": "_s, 1);
        if (!part || !*part)
            return out.join(u'|').replace(u'\r', u'R').replace(u'\n', u'N');
        const FormPart &read = **part;
        out += read.name + (read.fileName ? u"[%1]"_s.arg(*read.fileName) : QString()) +
               u"(%1)=%2"_s.arg(QString::fromLatin1(read.contentType), QString::fromUtf8(read.content));
    }
}

/// Lines of a body, ended as they must be.
QByteArray lines(const QByteArrayList &lines)
{
    return lines.join("\r\n") + "\r\n";
}

} // namespace

class TestMultipart : public QObject
{
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("parts");
        const auto row = [](const char *name, const QByteArray &body, const QString &parts) {
            QTest::newRow(name) << body << parts;
        };
        const QByteArray a = "Content-Disposition: form-data; name=\"a\"";
        row("no part", lines({"--xyz--"}), {});
        row("a part", lines({"--xyz", a, "", "1", "--xyz--"}), u"a()=1"_s);
        row("empty content", lines({"--xyz", a, "", "", "--xyz--"}), u"a()="_s);
        row("lines", lines({"--xyz", a, "", "1", "--xy", "", "2", "--xyz--"}), u"a()=1RN--xyRNRN2"_s);
        row("a preamble", "hello\r\n" + lines({"--xyz", a, "", "1", "--xyz--", "bye"}), u"a()=1"_s);
        row("spaces behind the boundary", lines({"--xyz \t", a, "", "1", "--xyz--"}), u"a()=1"_s);
        row("two parts",
            lines({"--xyz", a, "", "1", "--xyz", "content-disposition:form-data;name=b", "", "2", "--xyz--"}),
            u"a()=1|b()=2"_s);
        row("a file",
            lines({"--xyz", a + "; filename=\"b \\\"c;d\\\".csv\"", "Content-Type: Text/CSV; charset=utf-8", "", "1",
                   "--xyz--"}),
            u"a[b \"c;d\".csv](text/csv)=1"_s);
        row("other headers", lines({"--xyz", "X-A: 1", a, "", "1", "--xyz--"}), u"a()=1"_s);

        row("nothing", "", u"! the boundary is nowhere in it."_s);
        row("no boundary", "hello", u"! the boundary is nowhere in it."_s);
        row("no end", lines({"--xyz", a, "", "1"}), u"! its end is missing."_s);
        row("no end of the headers", "--xyz\r\n" + a, u"! the headers of a part do not end."_s);
        row("no name", lines({"--xyz", "", "1", "--xyz--"}), u"! a part has no name."_s);
        row("no form", lines({"--xyz", "Content-Disposition: attachment; name=a", "", "1", "--xyz--"}),
            u"! a part has no name."_s);
        row("text behind the boundary", lines({"--xyzz", a, "", "1", "--xyz--"}),
            u"! something stands behind a boundary."_s);
        row("long headers", lines({"--xyz", "X-A: " + QByteArray(9000, 'x'), a, "", "1", "--xyz--"}),
            u"! the headers of a part do not end."_s);
        QByteArrayList many;
        for (int i = 0; i <= MultipartReader::mostParts; ++i)
            many << "--xyz" << a << ""
                 << "1";
        row("many parts", lines(many),
            u"a()=1|"_s.repeated(MultipartReader::mostParts) + u"! it has more than 32 parts."_s);
    }
    void reads()
    {
        QFETCH(QByteArray, body);
        QTEST(readAll(body), "parts");
    }

    void wantsABoundary()
    {
        QCOMPARE(readAll("x", "text/csv"), u"! Send a form as multipart/form-data."_s);
        QVERIFY(readAll("x", "multipart/form-data").contains(u"boundary"));
        QVERIFY(readAll("x", "multipart/form-data; boundary=").contains(u"boundary"));
        QVERIFY(readAll("x", "multipart/form-data; boundary=" + QByteArray(71, 'x')).contains(u"boundary"));
        QCOMPARE(readAll("--a b--\r\n", "Multipart/Form-Data; charset=utf-8; Boundary=\"a b\""), QString());
    }

    void looksThroughLargeBodies()
    {
        const QByteArray content(9 * 1024 * 1024, 'x');
        const QByteArray body =
            lines({"--xyz", "Content-Disposition: form-data; name=a", "", content + "\r\n--xy", "--xyz--"});
        qsizetype passed = 0;
        Result<MultipartReader> reader = MultipartReader::of(form, body, [&](qsizetype bytes) { passed = bytes; });
        QVERIFY(reader);
        const auto part = reader->next();
        QVERIFY(part && *part);
        QCOMPARE((*part)->content.size(), content.size() + 6);
        QVERIFY(passed > 4 * 1024 * 1024 && passed < body.size());
        QVERIFY(!*reader->next());
    }
};

QTEST_APPLESS_MAIN(TestMultipart)
#include "tst_multipart.moc"
