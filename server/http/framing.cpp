// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/framing.h"

#include <cstring>

using namespace Qt::StringLiterals;

namespace tenantry::http {

namespace {

tl::unexpected<Error> malformed(const QString &message)
{
    return failure(ErrorCode::BadRequest, message);
}

bool isHostCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::strchr("-._~%!$&'()*+,;=:[]", c) != nullptr;
}

/// The values of all headers of that name.
std::vector<QByteArray> valuesOf(const Request &request, const char *name)
{
    std::vector<QByteArray> values;
    for (const auto &[key, value] : request.headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            values.push_back(value);
    }
    return values;
}

Result<qint64> lengthFrom(const QByteArray &text)
{
    const bool digits =
        !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    bool fits = false;
    const qint64 length = digits ? text.toLongLong(&fits) : 0;
    if (!fits)
        return malformed(u"Content-Length must be a whole number of bytes."_s);
    return length;
}

} // namespace

Result<void> checkLines(QByteArrayView head)
{
    const char *at = head.data();
    const char *const end = at + head.size();
    if (std::memchr(at, '\0', std::size_t(head.size())))
        return malformed(u"The request head holds a NUL byte."_s);
    while (at < end) {
        const auto *feed = static_cast<const char *>(std::memchr(at, '\n', std::size_t(end - at)));
        if (!feed || feed == at || feed[-1] != '\r')
            return malformed(u"Lines of the request head must end in CR LF."_s);
        if (*at == ' ' || *at == '\t')
            return malformed(u"A header may not continue on the next line."_s);
        if (std::memchr(at, '\r', std::size_t(feed - 1 - at)))
            return malformed(u"Lines of the request head must end in CR LF."_s);
        at = feed + 1;
    }
    return {};
}

Result<Framing> framingOf(const Request &request, Version version)
{
    const std::vector<QByteArray> encodings = valuesOf(request, "Transfer-Encoding");
    const std::vector<QByteArray> lengths = valuesOf(request, "Content-Length");
    Framing framing;
    if (!encodings.empty()) {
        if (encodings.size() > 1 || encodings.front().compare("chunked", Qt::CaseInsensitive) != 0)
            return malformed(u"The only Transfer-Encoding understood is chunked."_s);
        if (version == Version::Http10)
            return malformed(u"HTTP/1.0 knows no Transfer-Encoding."_s);
        if (!lengths.empty())
            return malformed(u"Send Content-Length or Transfer-Encoding, not both."_s);
        framing.chunked = true;
        return framing;
    }
    if (lengths.size() > 1)
        return malformed(u"Content-Length may stand once only."_s);
    if (!lengths.empty())
        framing.contentLength = TRY(lengthFrom(lengths.front()));
    return framing;
}

Result<void> applyTarget(Request &request, QByteArrayView target)
{
    const std::vector<QByteArray> hosts = valuesOf(request, "Host");
    if (hosts.size() != 1 || hosts.front().isEmpty() ||
        !std::all_of(hosts.front().begin(), hosts.front().end(), isHostCharacter))
        return malformed(u"Exactly one valid Host header is needed."_s);
    request.host = hosts.front();

    QByteArray rest = target.toByteArray();
    for (const QByteArrayView scheme : {QByteArrayView("http://"), QByteArrayView("https://")}) {
        if (rest.first(qMin(rest.size(), scheme.size())).compare(scheme, Qt::CaseInsensitive) != 0)
            continue;
        rest = rest.mid(scheme.size());
        qsizetype authority = 0;
        while (authority < rest.size() && rest[authority] != '/' && rest[authority] != '?')
            ++authority;
        if (rest.first(authority).compare(request.host, Qt::CaseInsensitive) != 0)
            return malformed(u"The Host header does not match the request target."_s);
        rest = rest.mid(authority);
        if (!rest.startsWith('/'))
            rest.prepend('/');
        break;
    }
    if (!rest.startsWith('/'))
        return malformed(u"The request target must be a path."_s);
    if (rest.contains('#') || rest.contains("%00"))
        return malformed(u"The request target holds a character that may not stand there."_s);

    const qsizetype mark = rest.indexOf('?');
    request.path = mark < 0 ? rest : rest.first(mark);
    request.query = mark < 0 ? QByteArray() : rest.mid(mark + 1);
    return {};
}

} // namespace tenantry::http
