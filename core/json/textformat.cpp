// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/textformat.h"

#include "core/base/datetime.h"
#include "core/base/ids.h"

#include <QHostAddress>
#include <QUrl>

#include <re2/re2.h>

#include <algorithm>
#include <array>

namespace tenantry::json {

namespace {

QString decoded(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

bool isWhole(std::string_view text, const RE2 &pattern)
{
    return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

bool isDate(std::string_view text)
{
    return parseDate(text).has_value();
}

bool isTime(std::string_view text)
{
    static const RE2 pattern("([0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]+)?)(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])?");
    re2::StringPiece clock;
    return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), pattern, &clock) &&
           parseTime({clock.data(), clock.size()}).has_value();
}

bool isDateTime(std::string_view text)
{
    return text.size() > 10 && parseDateTime(text).has_value();
}

bool isHostname(std::string_view text)
{
    static const RE2 pattern("(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*"
                             "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    return text.size() <= 253 && isWhole(text, pattern);
}

bool isEmail(std::string_view text)
{
    const std::size_t at = text.rfind('@');
    if (at == std::string_view::npos || at == 0 || at > 64 || text.size() > 254)
        return false;
    static const RE2 local("[^\\s@\"(),:;<>\\[\\\\\\]]+");
    return isWhole(text.substr(0, at), local) && isHostname(text.substr(at + 1));
}

bool isAddress(std::string_view text, QAbstractSocket::NetworkLayerProtocol protocol)
{
    // QHostAddress reads zones and short forms such as "127.1" too.
    static const RE2 digits("[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    QHostAddress address;
    return text.size() < 64 && isWhole(text, digits) && address.setAddress(decoded(text)) &&
           address.protocol() == protocol;
}

bool isIpv4(std::string_view text)
{
    return isAddress(text, QAbstractSocket::IPv4Protocol);
}

bool isIpv6(std::string_view text)
{
    return isAddress(text, QAbstractSocket::IPv6Protocol);
}

bool isUri(std::string_view text)
{
    static const RE2 pattern("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`]+");
    return isWhole(text, pattern) && QUrl(decoded(text), QUrl::TolerantMode).isValid();
}

bool isUuidText(std::string_view text)
{
    return isUuid(decoded(text).toLower());
}

struct Format
{
    std::string_view name;
    bool (*matches)(std::string_view text);
};

constexpr std::array formats{Format{"date", &isDate},    Format{"date-time", &isDateTime},
                             Format{"email", &isEmail},  Format{"hostname", &isHostname},
                             Format{"ipv4", &isIpv4},    Format{"ipv6", &isIpv6},
                             Format{"time", &isTime},    Format{"uri", &isUri},
                             Format{"uuid", &isUuidText}};

const Format *find(std::string_view name)
{
    const auto found = std::find_if(formats.begin(), formats.end(), [&](const Format &f) { return f.name == name; });
    return found == formats.end() ? nullptr : &*found;
}

} // namespace

bool isKnownFormat(std::string_view format)
{
    return find(format) != nullptr;
}

bool matchesFormat(std::string_view format, std::string_view text)
{
    const Format *known = find(format);
    return known && known->matches(text);
}

} // namespace tenantry::json
