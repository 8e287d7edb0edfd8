// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routing/preferences.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

/// `name=value`, without the parameters behind a semicolon, which none of ours has.
struct Item
{
    QByteArray name; ///< in lower case
    QByteArray value;
};

QByteArray unquoted(const QByteArray &text)
{
    if (text.size() < 2 || !text.startsWith('"') || !text.endsWith('"'))
        return text;
    QByteArray out;
    for (qsizetype i = 1; i < text.size() - 1; ++i) {
        if (text[i] == '\\' && i + 1 < text.size() - 1)
            ++i;
        out += text[i];
    }
    return out;
}

/// Pieces between separators that stand outside quotes.
QList<QByteArray> split(const QByteArray &text, char separator)
{
    QList<QByteArray> pieces{QByteArray()};
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && quoted && i + 1 < text.size()) {
            pieces.back() += text.mid(i++, 2);
            continue;
        }
        if (text[i] == '"')
            quoted = !quoted;
        if (text[i] == separator && !quoted)
            pieces.append(QByteArray());
        else
            pieces.back() += text[i];
    }
    return pieces;
}

std::vector<Item> itemsOf(const http::Request &request)
{
    std::vector<Item> items;
    for (const auto &[header, text] : request.headers) {
        if (header.compare("Prefer", Qt::CaseInsensitive) != 0)
            continue;
        for (const QByteArray &preference : split(text, ',')) {
            const QByteArray token = split(preference, ';').front().trimmed();
            const qsizetype equals = token.indexOf('=');
            Item item{token.left(equals < 0 ? token.size() : equals).trimmed().toLower(),
                      equals < 0 ? QByteArray() : unquoted(token.mid(equals + 1).trimmed())};
            const auto isSame = [&](const Item &earlier) { return earlier.name == item.name; };
            if (!item.name.isEmpty() && std::none_of(items.begin(), items.end(), isSame))
                items.push_back(std::move(item));
        }
    }
    return items;
}

std::optional<Preference> preferenceNamed(const QByteArray &name)
{
    if (name == "tx")
        return Preference::Transaction;
    if (name == "max-affected")
        return Preference::MaxAffected;
    if (name == "count")
        return Preference::Count;
    return std::nullopt;
}

tl::unexpected<Error> refuse(const Item &item, const QString &why)
{
    return failure(ErrorCode::BadRequest,
                   u"Prefer: %1=%2: %3"_s.arg(QString::fromUtf8(item.name), QString::fromUtf8(item.value), why));
}

/// False when the value is none that the preference has.
bool take(Preferences &preferences, Preference preference, const QByteArray &value)
{
    bool ok = false;
    switch (preference) {
    case Preference::Transaction:
        preferences.rollback = value == "rollback";
        return preferences.rollback || value == "commit";
    case Preference::MaxAffected: {
        const qlonglong most = value.toLongLong(&ok);
        preferences.maxAffected = most;
        return ok && most >= 0;
    }
    case Preference::Count:
        preferences.count = value == "none"        ? CountPreference::None
                            : value == "estimated" ? CountPreference::Estimated
                                                   : CountPreference::Exact;
        return value == "none" || value == "estimated" || value == "exact";
    }
    Q_UNREACHABLE();
}

} // namespace

Result<Preferences> Preferences::parse(const http::Request &request, const std::vector<Preference> &honoured)
{
    Preferences preferences;
    const std::vector<Item> items = itemsOf(request);
    const bool strict = std::any_of(items.begin(), items.end(),
                                    [](const Item &item) { return item.name == "handling" && item.value == "strict"; });
    for (const Item &item : items) {
        if (item.name == "handling")
            continue;
        const std::optional<Preference> preference = preferenceNamed(item.name);
        const bool isHonoured =
            preference && std::find(honoured.begin(), honoured.end(), *preference) != honoured.end();
        if (!isHonoured && (strict || (item.name == "tx" && item.value == "rollback")))
            return refuse(item, u"this preference is not honoured here. Nothing was done."_s);
        if (!isHonoured)
            continue;
        if (!take(preferences, *preference, item.value))
            return refuse(item, u"expected %1."_s.arg(QString::fromLatin1(spellingOf(*preference))));
        preferences.applied += (preferences.applied.isEmpty() ? "" : ", ") + item.name + '=' + item.value;
    }
    return preferences;
}

http::Response &Preferences::confirm(http::Response &response) const
{
    if (!applied.isEmpty())
        response.header("Preference-Applied", applied);
    return response;
}

QByteArray spellingOf(Preference preference)
{
    switch (preference) {
    case Preference::Transaction:
        return "tx=rollback or tx=commit";
    case Preference::MaxAffected:
        return "max-affected=N";
    case Preference::Count:
        return "count=exact, count=estimated or count=none";
    }
    Q_UNREACHABLE();
}

} // namespace tenantry::server
