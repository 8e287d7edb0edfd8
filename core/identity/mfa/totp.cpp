// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/mfa/totp.h"

#include "core/base/crypto.h"

#include <QMessageAuthenticationCode>
#include <QUrl>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace tenantry::identity::totp {

namespace {

constexpr int secretBytes = 20;
constexpr int digits = 6;
constexpr std::uint32_t codes = 1'000'000;
constexpr Micros period = Micros{30} * 1'000'000;
constexpr std::int64_t tolerance = 1; ///< periods, before and after

} // namespace

QByteArray newSecret()
{
    return crypto::randomBytes(secretBytes);
}

std::int64_t stepAt(Micros now)
{
    return now / period;
}

QString codeOf(QByteArrayView secret, std::int64_t step)
{
    char counter[8];
    qToBigEndian(quint64(step), counter);
    const QByteArray hash = QMessageAuthenticationCode::hash(QByteArray(counter, sizeof counter), secret.toByteArray(),
                                                             QCryptographicHash::Sha1);
    // RFC 4226 section 5.3: the last four bits say where in the hash the number is.
    const int offset = hash.back() & 0x0f;
    const std::uint32_t number = qFromBigEndian<quint32>(hash.constData() + offset) & 0x7fffffff;
    return QString::number(number % codes).rightJustified(digits, u'0');
}

std::optional<std::int64_t> matchingStep(QByteArrayView secret, const QString &code, Micros now, std::int64_t lastStep)
{
    const QByteArray sent = QString(code).remove(u' ').toUtf8();
    const std::int64_t present = stepAt(now);
    for (std::int64_t step = present - tolerance; step <= present + tolerance; ++step) {
        if (step > lastStep && crypto::equalInConstantTime(codeOf(secret, step).toLatin1(), sent))
            return step;
    }
    return {};
}

QString base32(QByteArrayView data)
{
    static constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    QString text;
    std::uint32_t bits = 0;
    int held = 0;
    for (const char byte : data) {
        bits = (bits << 8) | std::uint8_t(byte);
        for (held += 8; held >= 5; held -= 5)
            text += QLatin1Char(alphabet[(bits >> (held - 5)) & 31]);
    }
    if (held > 0)
        text += QLatin1Char(alphabet[(bits << (5 - held)) & 31]);
    return text;
}

QString address(const QString &issuer, const QString &account, QByteArrayView secret)
{
    const auto encoded = [](const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); };
    return u"otpauth://totp/%1:%2?secret=%3&issuer=%1&algorithm=SHA1&digits=6&period=30"_s.arg(
        encoded(QString(issuer).remove(u':')), encoded(account), base32(secret));
}

} // namespace tenantry::identity::totp
