// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

namespace tenantry::test {

/// A POST with these header lines and what follows them.
inline QByteArray withHead(const QByteArray &lines)
{
    return "POST /a HTTP/1.1\r\nHost: h\r\n" + lines;
}

/// Rows of shapes that two parsers may read differently; each is how requests have been smuggled somewhere. One column,
/// "bytes".
inline void addMalformedRequests()
{
    const auto get = [](const QByteArray &lines) { return "GET / HTTP/1.1\r\n" + lines; };
    QTest::newRow("no host") << get("\r\n");
    QTest::newRow("two hosts") << get("Host: a\r\nHost: a\r\n\r\n");
    QTest::newRow("empty host") << get("Host:\r\n\r\n");
    QTest::newRow("host with a path") << get("Host: a/b\r\n\r\n");
    QTest::newRow("host with user") << get("Host: a@b\r\n\r\n");
    QTest::newRow("target of another host") << QByteArray("GET http://a/ HTTP/1.1\r\nHost: b\r\n\r\n");
    QTest::newRow("no host in 1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n");
    QTest::newRow("xchunked") << withHead("Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n");
    QTest::newRow("chunked, gzip") << withHead("Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n");
    QTest::newRow("gzip, chunked") << withHead("Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n");
    QTest::newRow("identity") << withHead("Transfer-Encoding: identity\r\n\r\n");
    QTest::newRow("two encodings") << withHead("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n");
    QTest::newRow("chunked in 1.0") << QByteArray("POST / HTTP/1.0\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n");
    QTest::newRow("length and chunked") << withHead("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n");
    QTest::newRow("two equal lengths") << withHead("Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc");
    QTest::newRow("list of lengths") << withHead("Content-Length: 3, 3\r\n\r\nabc");
    QTest::newRow("signed length") << withHead("Content-Length: +3\r\n\r\nabc");
    QTest::newRow("hex length") << withHead("Content-Length: 0x3\r\n\r\nabc");
    QTest::newRow("length beyond 64 bits") << withHead("Content-Length: 99999999999999999999\r\n\r\n");
    QTest::newRow("folded header") << withHead("X: a\r\n b\r\n\r\n");
    QTest::newRow("space before colon") << withHead("Content-Length : 3\r\n\r\nabc");
    QTest::newRow("bare LF") << withHead("X: a\nY: b\r\n\r\n");
    QTest::newRow("bare LFs only") << QByteArray("GET / HTTP/1.1\nHost: h\n\n");
    QTest::newRow("bare CR") << withHead("X: a\rY: b\r\n\r\n");
    QTest::newRow("NUL") << withHead(QByteArray("X: a\0b\r\n\r\n", 10));
    QTest::newRow("NUL in path") << QByteArray("GET /a%00b HTTP/1.1\r\nHost: h\r\n\r\n");
    QTest::newRow("fragment") << QByteArray("GET /a#b HTTP/1.1\r\nHost: h\r\n\r\n");
    QTest::newRow("asterisk") << QByteArray("OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n");
    QTest::newRow("authority") << QByteArray("GET h:80 HTTP/1.1\r\nHost: h\r\n\r\n");
    QTest::newRow("HTTP/2 preface") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    QTest::newRow("no version") << QByteArray("GET /\r\nHost: h\r\n\r\n");
    QTest::newRow("bad chunk size") << withHead("Transfer-Encoding: chunked\r\n\r\nxyz\r\n");
    QTest::newRow("negative chunk size") << withHead("Transfer-Encoding: chunked\r\n\r\n-1\r\n");
    const auto chunked = [](const QByteArray &body) { return withHead("Transfer-Encoding: chunked\r\n\r\n" + body); };
    QTest::newRow("chunk size in other digits") << chunked("0x3\r\nabc\r\n0\r\n\r\n");
    QTest::newRow("chunk size and space") << chunked("3 \r\nabc\r\n0\r\n\r\n");
    QTest::newRow("chunk size and bare LF") << chunked("3\nabc\r\n0\r\n\r\n");
    QTest::newRow("chunk extension with bare CR") << chunked("3;a\rb\r\nabc\r\n0\r\n\r\n");
    QTest::newRow("chunk extension with NUL") << chunked(QByteArray("3;a\0b\r\nabc\r\n0\r\n\r\n", 17));
    QTest::newRow("no chunk size") << chunked("\r\nabc\r\n");
    QTest::newRow("trailer without colon") << chunked("0\r\nab7ff\x9a"
                                                      "ff0\r\nX: t\r\n\r\n");
    QTest::newRow("trailer without name") << chunked("0\r\n: t\r\n\r\n");
    QTest::newRow("trailer folded") << chunked("0\r\nX: t\r\n u\r\n\r\n");
    QTest::newRow("trailer with bare LF") << chunked("0\r\nX: t\nY: u\r\n\r\n");
    QTest::newRow("trailers ended by bare LF") << chunked("0\r\nX: t\r\n\n");
    QTest::newRow("chunk without its end") << withHead("Transfer-Encoding: chunked\r\n\r\n3\r\nabcdef\r\n0\r\n\r\n");
}

} // namespace tenantry::test
