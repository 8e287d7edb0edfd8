// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/optionaccess.h"

#include <QDir>
#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

Result<ListenAddress> listenAddress(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    QString address = text.left(std::max<qsizetype>(colon, 0));
    const bool bracketed = address.startsWith(u'[') && address.endsWith(u']');
    if (bracketed)
        address = address.mid(1, address.size() - 2);
    bool isNumber = false;
    const quint16 port = text.mid(colon + 1).toUShort(&isNumber);
    const QHostAddress parsed(address == u"localhost" ? u"127.0.0.1"_s : address);
    if (colon < 0 || !isNumber || parsed.isNull() || (parsed.protocol() == QHostAddress::IPv6Protocol) != bracketed)
        return failure(ErrorCode::Validation, u"must be ADDRESS:PORT, like 127.0.0.1:8000 or [::1]:8000"_s);
    return ListenAddress{parsed.toString(), port};
}

QString shownAddress(const ListenAddress &address)
{
    const bool isV6 = address.address.contains(u':');
    return (isV6 ? u"[%1]:%2"_s : u"%1:%2"_s).arg(address.address).arg(address.port);
}

} // namespace

namespace optionvalue {

QString absolutePath(const QString &text)
{
    return text.isEmpty() ? text : QDir::cleanPath(QDir().absoluteFilePath(text));
}

Result<bool> yesNo(const QString &text)
{
    const QString value = text.toLower();
    if (value == u"true" || value == u"1" || value == u"yes" || value == u"on")
        return true;
    if (value == u"false" || value == u"0" || value == u"no" || value == u"off")
        return false;
    return failure(ErrorCode::Validation, u"must be true or false"_s);
}

Result<int> number(const QString &text, int least, int most)
{
    bool isNumber = false;
    const int value = text.toInt(&isNumber);
    if (!isNumber || value < least || value > most)
        return failure(ErrorCode::Validation, u"must be a number from %1 to %2"_s.arg(least).arg(most));
    return value;
}

QStringList list(const QString &text)
{
    QStringList values;
    for (const QString &value : text.split(u',')) {
        if (const QString trimmed = value.trimmed(); !trimmed.isEmpty())
            values += trimmed;
    }
    return values;
}

Result<std::vector<ListenAddress>> listenAddresses(const QString &text, std::size_t least)
{
    std::vector<ListenAddress> addresses;
    for (const QString &value : list(text)) {
        const ListenAddress address = TRY(listenAddress(value));
        const bool again = std::find(addresses.begin(), addresses.end(), address) != addresses.end();
        if (again && address.port != 0)
            return failure(ErrorCode::Validation, u"must not have %1 twice"_s.arg(value));
        addresses.push_back(address);
    }
    if (addresses.size() < least)
        return failure(ErrorCode::Validation, u"must be ADDRESS:PORT, like 127.0.0.1:8000 or [::1]:8000"_s);
    return addresses;
}

QString shown(const std::vector<ListenAddress> &addresses)
{
    QStringList texts;
    for (const ListenAddress &address : addresses)
        texts.append(shownAddress(address));
    return texts.join(u',');
}

} // namespace optionvalue

Result<void> setRetiredKeys(Config &config, const QString &text)
{
    config.retiredKeys.clear();
    for (const QString &key : optionvalue::list(text)) {
        if (key.size() < 32)
            return failure(ErrorCode::Validation, QStringLiteral("each key must have at least 32 characters"));
        config.retiredKeys.push_back({key.toUtf8(), std::numeric_limits<std::int64_t>::max()});
    }
    return {};
}

QString showRetiredKeys(const Config &config)
{
    QStringList keys;
    for (const RetiredKey &key : config.retiredKeys)
        keys.append(QString::fromUtf8(key.secret));
    return keys.join(QLatin1Char(','));
}

Result<void> setMasterKeys(Config &config, const QString &text)
{
    config.masterKeys.clear();
    for (const QString &key : optionvalue::list(text)) {
        if (key.size() < 32)
            return failure(ErrorCode::Validation, QStringLiteral("each key must have at least 32 characters"));
        config.masterKeys.append(key.toUtf8());
    }
    return {};
}

QString showMasterKeys(const Config &config)
{
    return QString::fromUtf8(config.masterKeys.join(','));
}

} // namespace tenantry
