// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/multipart.h"

#include <QByteArrayList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::http {

namespace {

/// How much of a body is looked through before it is said to have passed.
constexpr qsizetype window = 4 * 1024 * 1024;
constexpr qsizetype longestBoundary = 70;

tl::unexpected<Error> malformed(const QString &what)
{
    return failure(ErrorCode::BadRequest, u"The form in the body is malformed: %1"_s.arg(what));
}

QByteArray mediaType(const QByteArray &header)
{
    return header.split(';').front().trimmed().toLower();
}

} // namespace

std::optional<QByteArray> headerParameter(const QByteArray &header, QByteArrayView name)
{
    qsizetype at = header.indexOf(';');
    while (at >= 0 && at < header.size()) {
        const qsizetype equals = header.indexOf('=', at);
        if (equals < 0)
            return std::nullopt;
        const QByteArray found = header.mid(at + 1, equals - at - 1).trimmed().toLower();
        QByteArray value;
        at = equals + 1;
        if (at < header.size() && header[at] == '"') {
            for (++at; at < header.size() && header[at] != '"'; ++at) {
                if (header[at] == '\\' && at + 1 < header.size())
                    ++at;
                value += header[at];
            }
            at = header.indexOf(';', at);
        } else {
            const qsizetype end = header.indexOf(';', at);
            value = header.mid(at, end < 0 ? -1 : end - at).trimmed();
            at = end;
        }
        if (found == name)
            return value;
    }
    return std::nullopt;
}

MultipartReader::MultipartReader(QByteArray boundary, QByteArrayView body, Passed passed)
    : m_delimiter("\r\n--" + std::move(boundary))
    , m_body(body)
    , m_passed(std::move(passed))
{
}

Result<MultipartReader> MultipartReader::of(const QByteArray &contentType, QByteArrayView body, Passed passed)
{
    if (mediaType(contentType) != "multipart/form-data")
        return failure(ErrorCode::UnsupportedMediaType, u"Send a form as multipart/form-data."_s);
    const std::optional<QByteArray> boundary = headerParameter(contentType, "boundary");
    if (!boundary || boundary->isEmpty() || boundary->size() > longestBoundary)
        return malformed(u"the Content-Type names no boundary."_s);
    return MultipartReader(*boundary, body, std::move(passed));
}

Result<std::optional<FormPart>> MultipartReader::next()
{
    const QByteArrayView opening = QByteArrayView(m_delimiter).sliced(2); // the first one may have no line before it
    if (m_position == 0 && !take(opening)) {
        const std::optional<qsizetype> first = find(m_delimiter);
        if (!first)
            return malformed(u"the boundary is nowhere in it."_s);
        m_position = *first + m_delimiter.size();
    }
    if (take("--"))
        return std::optional<FormPart>();
    if (++m_parts > mostParts)
        return malformed(u"it has more than %1 parts."_s.arg(mostParts));
    while (take(" ") || take("\t")) {
    }
    if (!take("\r\n"))
        return malformed(u"something stands behind a boundary."_s);
    FormPart part;
    TRY(readHead(part));
    const std::optional<qsizetype> end = find(m_delimiter);
    if (!end)
        return malformed(u"its end is missing."_s);
    part.content = m_body.sliced(m_position, *end - m_position);
    m_position = *end + m_delimiter.size();
    return std::optional(std::move(part));
}

bool MultipartReader::take(QByteArrayView expected)
{
    if (!m_body.sliced(m_position).startsWith(expected))
        return false;
    m_position += expected.size();
    return true;
}

/// Where the text stands next, window by window.
std::optional<qsizetype> MultipartReader::find(QByteArrayView text) const
{
    for (qsizetype from = m_position; from < m_body.size(); from += window) {
        const qsizetype size = std::min(window + text.size() - 1, m_body.size() - from);
        const qsizetype at = m_body.sliced(from, size).indexOf(text);
        if (at >= 0)
            return from + at;
        if (m_passed)
            m_passed(from);
    }
    return std::nullopt;
}

Result<void> MultipartReader::readHead(FormPart &part)
{
    const qsizetype begin = m_position;
    bool named = false;
    while (!take("\r\n")) {
        const QByteArrayView room = m_body.sliced(m_position, std::min(longestHead, m_body.size() - m_position));
        const qsizetype end = room.indexOf("\r\n");
        if (end < 0 || m_position - begin > longestHead)
            return malformed(u"the headers of a part do not end."_s);
        const QByteArray line = room.first(end).toByteArray();
        m_position += end + 2;
        const QByteArray name = line.left(line.indexOf(':')).trimmed().toLower();
        const QByteArray value = line.mid(line.indexOf(':') + 1).trimmed();
        if (name == "content-type")
            part.contentType = mediaType(value);
        if (name != "content-disposition")
            continue;
        const std::optional<QByteArray> field = headerParameter(value, "name");
        if (mediaType(value) != "form-data" || !field)
            return malformed(u"a part has no name."_s);
        named = true;
        part.name = QString::fromUtf8(*field);
        if (const std::optional<QByteArray> file = headerParameter(value, "filename"))
            part.fileName = QString::fromUtf8(*file);
    }
    return named ? Result<void>() : malformed(u"a part has no name."_s);
}

} // namespace tenantry::http
