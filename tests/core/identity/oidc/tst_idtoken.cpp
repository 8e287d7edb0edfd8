// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/oidc/idtoken.h"

#include "core/base/crypto.h"
#include "core/json/writer.h"
#include "tests/support/tokensigner.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::identity;
using namespace Qt::StringLiterals;
using test::TokenSigner;
using Algorithm = test::TokenSigner::Algorithm;

namespace {

constexpr std::int64_t now = 1'700'000'000;

json::Object goodClaims()
{
    json::Object claims;
    claims.set("iss", "https://id.example.org");
    claims.set("aud", "shop");
    claims.set("sub", "mary-1");
    claims.set("nonce", "the nonce");
    claims.set("iat", now - 5);
    claims.set("exp", now + 300);
    claims.set("email", "mary@example.org");
    claims.set("email_verified", true);
    return claims;
}

json::Value keySet(std::initializer_list<json::Value> keys)
{
    json::Object set;
    set.set("keys", json::Array(keys));
    return set;
}

Result<ExternalIdentity> read(const QByteArray &token, const json::Value &keys)
{
    return readIdToken(token, keys, {u"https://id.example.org"_s, u"shop"_s, u"the nonce"_s, now * 1'000'000});
}

} // namespace

class TestIdToken : public QObject
{
    Q_OBJECT

private:
    const TokenSigner m_rsa{Algorithm::Rs256};
    const TokenSigner m_ec{Algorithm::Es256, "two"};
    const json::Value m_keys = keySet({m_rsa.publicKey(), m_ec.publicKey()});

private slots:
    void readsWhatTheProviderHasSigned()
    {
        for (const TokenSigner *signer : {&m_rsa, &m_ec}) {
            const auto who = read(signer->token(goodClaims()), m_keys);
            QVERIFY2(who, who ? "" : qPrintable(who.error().cause));
            QCOMPARE(who->issuer, u"https://id.example.org"_s);
            QCOMPARE(who->subject, u"mary-1"_s);
            QCOMPARE(who->email, u"mary@example.org"_s);
            QVERIFY(who->emailVerified);
        }
        QCOMPARE(keyIdOf(m_ec.token(goodClaims())), u"two"_s);
    }

    void refusesOtherClaims_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value"); ///< JSON of a scalar; empty: it is missing
        QTest::addColumn<bool>("good");
        const auto row = [](const char *title, const char *name, const char *value, bool good) {
            QTest::newRow(title) << QByteArray(name) << QByteArray(value) << good;
        };
        row("another issuer", "iss", "https://evil.example.org", false);
        row("the issuer with a slash", "iss", "https://id.example.org/", false);
        row("no issuer", "iss", "", false);
        row("another audience", "aud", "bank", false);
        row("no audience", "aud", "", false);
        row("another nonce", "nonce", "replayed", false);
        row("no nonce", "nonce", "", false);
        row("expired", "exp", "1699999900", false);
        row("expired within what clocks differ", "exp", "1699999990", true);
        row("no end", "exp", "", false);
        row("of the future", "iat", "1700000100", false);
        row("no beginning", "iat", "", false);
        row("no subject", "sub", "", false);
        row("for another party", "azp", "bank", false);
        row("for us as a party", "azp", "shop", true);
    }
    void refusesOtherClaims()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        QFETCH(bool, good);
        json::Object claims = goodClaims();
        claims.remove(name.toStdString());
        bool isNumber = false;
        const qlonglong number = value.toLongLong(&isNumber);
        if (!value.isEmpty())
            claims.set(name.toStdString(),
                       isNumber ? json::Value(std::int64_t(number)) : json::Value(value.toStdString()));
        const auto who = read(m_rsa.token(claims), m_keys);
        QCOMPARE(who.has_value(), good);
        if (!good)
            QCOMPARE(who.error().code, ErrorCode::Unauthorized);
    }

    void isForSeveralOnlyWhenWeHaveAsked()
    {
        json::Object claims = goodClaims();
        claims.set("aud", json::Array{"bank", "shop"});
        QVERIFY(!read(m_rsa.token(claims), m_keys));
        claims.set("azp", "shop");
        QVERIFY(read(m_rsa.token(claims), m_keys));
        claims.set("aud", json::Array{"bank", "shoe"});
        QVERIFY(!read(m_rsa.token(claims), m_keys));
    }

    void anUnverifiedAddressStaysSo()
    {
        json::Object claims = goodClaims();
        claims.remove("email_verified");
        QVERIFY(!read(m_rsa.token(claims), m_keys)->emailVerified);
        claims.set("email_verified", "false");
        QVERIFY(!read(m_rsa.token(claims), m_keys)->emailVerified);
        claims.set("email_verified", "true");
        QVERIFY(read(m_rsa.token(claims), m_keys)->emailVerified);
    }

    void refusesOtherSignatures()
    {
        const TokenSigner stranger(Algorithm::Rs256);
        QVERIFY(!read(stranger.token(goodClaims()), m_keys));
        QVERIFY(!read(m_rsa.token(goodClaims()), keySet({})));
        QVERIFY(!read(m_rsa.token(goodClaims()), json::Value()));
        QVERIFY(!read(m_rsa.token(goodClaims()), keySet({m_ec.publicKey()})));
        const TokenSigner weak(Algorithm::Rs256, "one", 1024);
        QVERIFY(!read(weak.token(goodClaims()), keySet({weak.publicKey()})));

        QByteArray changed = m_rsa.token(goodClaims());
        const QList<QByteArray> parts = changed.split('.');
        json::Object claims = goodClaims();
        claims.set("sub", "somebody else");
        QVERIFY(!read(parts[0] + '.' + crypto::base64Url(json::write(json::Value(claims))) + '.' + parts[2], m_keys));
        QVERIFY(!read(parts[0] + '.' + parts[1] + '.', m_keys));
        QVERIFY(!read(parts[0] + '.' + parts[1], m_keys));
        QVERIFY(!read("", m_keys));
        QVERIFY(!read("a.b.c", m_keys));
    }

    void refusesOtherAlgorithms_data()
    {
        QTest::addColumn<QByteArray>("algorithm");
        for (const char *algorithm : {"none", "HS256", "ES256", "RS384", "PS256", "rs256", ""})
            QTest::newRow(algorithm) << QByteArray(algorithm);
    }
    void refusesOtherAlgorithms()
    {
        QFETCH(QByteArray, algorithm);
        json::Object header;
        header.set("alg", algorithm.toStdString());
        header.set("kid", "one");
        QVERIFY(!read(m_rsa.token(header, goodClaims()), m_keys));
    }

    /// The public key as the secret of an HMAC: an old trick.
    void aPublicKeyIsNoSecret()
    {
        json::Object header;
        header.set("alg", "HS256");
        header.set("kid", "one");
        const QByteArray data = crypto::base64Url(json::write(json::Value(header))) + '.' +
                                crypto::base64Url(json::write(json::Value(goodClaims())));
        const QByteArray secret = json::write(m_rsa.publicKey());
        QVERIFY(!read(data + '.' + crypto::base64Url(crypto::hmacSha256(secret, data)), m_keys));
    }

    void extensionsAreNotUnderstood()
    {
        json::Object header;
        header.set("alg", "RS256");
        header.set("kid", "one");
        QVERIFY(read(m_rsa.token(header, goodClaims()), m_keys));
        header.set("crit", json::Array{"exp"});
        QVERIFY(!read(m_rsa.token(header, goodClaims()), m_keys));
    }
};

QTEST_GUILESS_MAIN(TestIdToken)
#include "tst_idtoken.moc"
