// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/chunkreader.h"

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace tenantry::http {

namespace {

/// Extensions and trailers of one body together, and a line that has not ended.
constexpr qsizetype maxDropped = 16 * 1024;
/// Digits of the largest size that fits 64 bits without sign.
constexpr qsizetype maxDigits = 15;

tl::unexpected<Error> malformed()
{
    return failure(ErrorCode::BadRequest, u"The chunks of the body are malformed."_s);
}

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// RFC 9110 section 5.6.2.
bool isTokenCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c != '\0' && std::strchr("!#$%&'*+-.^_`|~", c));
}

bool isControl(char c)
{
    return (static_cast<unsigned char>(c) < ' ' && c != '\t') || c == '\x7f';
}

/// The first line of `input` without its CR LF, or nothing while it is not whole.
Result<std::optional<QByteArrayView>> lineOf(QByteArrayView input)
{
    const qsizetype feed = input.indexOf('\n');
    if (feed < 0 && input.size() <= maxDropped)
        return std::optional<QByteArrayView>();
    if (feed < 1 || feed > maxDropped || input[feed - 1] != '\r')
        return malformed();
    const QByteArrayView line = input.first(feed - 1);
    if (std::any_of(line.begin(), line.end(), isControl))
        return malformed();
    return std::optional<QByteArrayView>(line);
}

} // namespace

Result<void> ChunkReader::takeSize(QByteArrayView line, qint64 room)
{
    const qsizetype digits = std::find_if_not(line.begin(), line.end(), isHexDigit) - line.begin();
    if (digits == 0 || (digits < line.size() && line[digits] != ';'))
        return malformed();
    m_dropped += line.size() - digits;
    if (m_dropped > maxDropped)
        return malformed();
    const QByteArrayView size = line.first(digits);
    const qsizetype zeros = std::find_if(size.begin(), size.end(), [](char c) { return c != '0'; }) - size.begin();
    m_left = digits - zeros > maxDigits ? std::numeric_limits<qint64>::max()
                                        : size.sliced(zeros).toByteArray().toLongLong(nullptr, 16);
    if (m_left > room)
        return failure(ErrorCode::PayloadTooLarge, u"The body is larger than it may be here."_s);
    m_state = m_left == 0 ? State::Trailers : State::Data;
    return {};
}

Result<void> ChunkReader::takeTrailer(QByteArrayView line)
{
    if (line.isEmpty()) {
        m_state = State::Complete;
        return {};
    }
    m_dropped += line.size();
    const qsizetype colon = line.indexOf(':');
    if (m_dropped > maxDropped || colon < 1 || !std::all_of(line.begin(), line.begin() + colon, isTokenCharacter))
        return malformed();
    return {};
}

Result<qsizetype> ChunkReader::feed(QByteArrayView input, QByteArray &body, qint64 limit)
{
    QByteArrayView rest = input;
    while (m_state != State::Complete && !rest.isEmpty()) {
        if (m_state == State::Data) {
            const qsizetype count = std::min(qint64(rest.size()), m_left);
            body.append(rest.data(), count);
            rest = rest.sliced(count);
            m_left -= count;
            if (m_left == 0)
                m_state = State::DataEnd;
            continue;
        }
        const std::optional<QByteArrayView> line = TRY(lineOf(rest));
        if (!line)
            break;
        rest = rest.sliced(line->size() + 2);
        if (m_state == State::Size)
            TRY(takeSize(*line, limit - body.size()));
        else if (m_state == State::Trailers)
            TRY(takeTrailer(*line));
        else if (line->isEmpty())
            m_state = State::Size;
        else
            return malformed();
    }
    return input.size() - rest.size();
}

} // namespace tenantry::http
