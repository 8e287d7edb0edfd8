// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/tokens.h"

#include "core/base/crypto.h"
#include "core/config/config.h"
#include "core/json/reader.h"
#include "core/json/writer.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::identity;
using namespace Qt::StringLiterals;

namespace {

const QString acme = u"0b5c6d3e-0000-4000-8000-000000000001"_s;
const QString other = u"0b5c6d3e-0000-4000-8000-000000000002"_s;
const QString shop = u"shop"_s;
const QByteArray secret = "a deployment secret of some length";

QByteArray part(const QByteArray &token, int index)
{
    return *crypto::fromBase64Url(token.split('.').at(index));
}

/// A token made by hand: anything for a header and a payload, signed with any key.
QByteArray forged(const QByteArray &header, const QByteArray &payload, const QByteArray &key)
{
    const QByteArray signedPart = crypto::base64Url(header) + '.' + crypto::base64Url(payload);
    return signedPart + '.' + crypto::base64Url(crypto::hmacSha256(key, signedPart));
}

QByteArray keyOf(const QString &realm)
{
    return crypto::hmacSha256(secret, "tenantry/jwt/1/" + realm.toUtf8());
}

} // namespace

class TestTokens : public QObject
{
    Q_OBJECT

private:
    Config m_config;
    Micros m_now = Micros{1'700'000'000} * 1'000'000;
    Clock m_clock{[this] { return m_now; }};
    const TokenHolder m_ada{u"7d9f"_s, u"ada"_s, u"ada@example.org"_s, 3};
    const QByteArray m_header = R"({"alg":"HS256","typ":"JWT"})";

    Tokens tokens() const { return Tokens(m_config, m_clock); }
    QByteArray goodPayload() { return part(tokens().issue(acme, shop, m_ada).access, 1); }

private slots:
    void init()
    {
        m_config = Config();
        m_config.secretKey = secret;
        m_now = Micros{1'700'000'000} * 1'000'000;
    }

    void claimsAreThoseOfTheSpecification()
    {
        const TokenPair pair = tokens().issue(acme, shop, m_ada);
        QCOMPARE(part(pair.access, 0), m_header);
        const json::Value access = *json::read(goodPayload().toStdString());
        QCOMPARE(access["token_type"].text(), u"access"_s);
        QCOMPARE(*access["iat"].integer(), 1'700'000'000);
        QCOMPARE(*access["exp"].integer(), 1'700'000'000 + 15 * 60);
        QCOMPARE(access["user_id"].text(), u"7d9f"_s);
        QCOMPARE(access["username"].text(), u"ada"_s);
        QCOMPARE(access["email"].text(), u"ada@example.org"_s);
        QCOMPARE(access["site"].text(), shop);
        QCOMPARE(access["realm"].text(), acme);
        QVERIFY(!access["jti"].text().isEmpty());
        const json::Value refresh = *json::read(part(pair.refresh, 1).toStdString());
        QCOMPARE(refresh["token_type"].text(), u"refresh"_s);
        QCOMPARE(*refresh["exp"].integer(), 1'700'000'000 + 7 * 24 * 3600);
        QVERIFY(refresh["jti"].text() != access["jti"].text());
        QCOMPARE(pair.expiresIn, 900);
    }

    void whatWasIssuedIsAccepted()
    {
        const TokenPair pair = tokens().issue(acme, shop, m_ada);
        const auto claims = tokens().verify(acme, pair.access, TokenType::Access);
        QVERIFY(claims);
        QCOMPARE(claims->holder.userId, m_ada.userId);
        QCOMPARE(claims->holder.epoch, 3);
        QVERIFY(tokens().verify(acme, pair.refresh, TokenType::Refresh));
        QVERIFY(tokens().verify(acme, pair.refresh, std::nullopt));
    }

    void attacksAreRefused_data()
    {
        QTest::addColumn<QByteArray>("token");
        const TokenPair pair = tokens().issue(acme, shop, m_ada);
        const QByteArray payload = part(pair.access, 1);
        const QList<QByteArray> parts = pair.access.split('.');
        const auto changed = [&](const QByteArray &from, const QByteArray &to) {
            return QByteArray(payload).replace(from, to);
        };

        QTest::newRow("a refresh token as bearer") << pair.refresh;
        QTest::newRow("another site's token") << tokens().issue(other, shop, m_ada).access;
        QTest::newRow("the platform's token") << tokens().issue(u"public"_s, u"public"_s, m_ada).access;
        QTest::newRow("our site named, another site's key") << forged(m_header, payload, keyOf(other));
        QTest::newRow("our key, another site named")
            << forged(m_header, changed(acme.toUtf8(), other.toUtf8()), keyOf(acme));
        QTest::newRow("the deployment's secret as key") << forged(m_header, payload, secret);
        QTest::newRow("an empty key") << forged(m_header, payload, QByteArray());
        QTest::newRow("alg none without signature")
            << crypto::base64Url(QByteArrayView(R"({"alg":"none"})")) + '.' + parts[1] + '.';
        QTest::newRow("alg none, signed all the same") << forged(R"({"alg":"none"})", payload, keyOf(acme));
        QTest::newRow("alg in other letters") << forged(R"({"alg":"hs256"})", payload, keyOf(acme));
        QTest::newRow("alg RS256, key confusion") << forged(R"({"alg":"RS256"})", payload, keyOf(acme));
        QTest::newRow("alg HS512") << forged(R"({"alg":"HS512"})", payload, keyOf(acme));
        QTest::newRow("alg twice") << forged(R"({"alg":"none","alg":"HS256"})", payload, keyOf(acme));
        QTest::newRow("a critical extension")
            << forged(R"({"alg":"HS256","crit":["b64"],"b64":false})", payload, keyOf(acme));
        QTest::newRow("no alg") << forged(R"({"typ":"JWT"})", payload, keyOf(acme));
        QTest::newRow("payload exchanged, signature kept")
            << parts[0] + '.' + crypto::base64Url(changed("\"7d9f\"", "\"root\"")) + '.' + parts[2];
        QTest::newRow("signature cut") << pair.access.chopped(1);
        QTest::newRow("signature with padding") << pair.access + "=";
        QTest::newRow("no signature") << parts[0] + '.' + parts[1];
        QTest::newRow("four parts") << pair.access + '.' + parts[2];
        QTest::newRow("exp as text") << forged(m_header, changed("1700000900", "\"1700000900\""), keyOf(acme));
        QTest::newRow("exp missing") << forged(m_header, changed("\"exp\"", "\"ex\""), keyOf(acme));
        QTest::newRow("exp beyond integers")
            << forged(m_header, changed("1700000900", "99999999999999999999"), keyOf(acme));
        QTest::newRow("epoch missing") << forged(m_header, changed("\"epoch\"", "\"e\""), keyOf(acme));
        QTest::newRow("token_type unknown") << forged(m_header, changed("\"access\"", "\"admin\""), keyOf(acme));
        QTest::newRow("not an object") << forged(m_header, "[]", keyOf(acme));
        QTest::newRow("not JSON") << forged(m_header, "exp", keyOf(acme));
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("dots") << QByteArray("..");
        QTest::newRow("huge") << QByteArray(1'000'000, 'a') + ".a.a";
    }

    void attacksAreRefused()
    {
        QFETCH(QByteArray, token);
        const auto claims = tokens().verify(acme, token, TokenType::Access);
        QVERIFY(!claims);
        QCOMPARE(claims.error().code, ErrorCode::Unauthorized);
        QCOMPARE(claims.error().message, invalidToken().message);
    }

    void aHandMadeTokenOfTheRightFormIsGood()
    {
        QVERIFY(tokens().verify(acme, forged(m_header, goodPayload(), keyOf(acme)), TokenType::Access));
        QVERIFY(tokens().verify(acme, forged(R"({"typ":"JWT","alg":"HS256"})", goodPayload(), keyOf(acme)),
                                TokenType::Access));
    }

    /// Before there was a `realm`, its name stood in `site`.
    void aTokenOfAnEarlierVersionIsGood()
    {
        QByteArray payload = goodPayload();
        payload.replace(R"("site":"shop","realm")", R"("site")");
        QVERIFY(tokens().verify(acme, forged(m_header, payload, keyOf(acme)), TokenType::Access));
        payload.replace(acme.toUtf8(), other.toUtf8());
        QVERIFY(!tokens().verify(acme, forged(m_header, payload, keyOf(acme)), TokenType::Access));
    }

    /// What runs of functions will be given are access tokens with more claims: nobody makes them last longer.
    void moreClaimsMakeNoRefreshToken()
    {
        QByteArray payload = goodPayload();
        payload.replace(R"("epoch")", R"("function":"f","execution":"e","epoch")");
        const QByteArray token = forged(m_header, payload, keyOf(acme));
        QVERIFY(tokens().verify(acme, token, TokenType::Access));
        QVERIFY(!tokens().verify(acme, token, TokenType::Refresh));
    }

    void itEndsWithTheSecondItNames()
    {
        const QByteArray access = tokens().issue(acme, shop, m_ada).access;
        m_now += Micros{15 * 60 - 1} * 1'000'000;
        QVERIFY(tokens().verify(acme, access, TokenType::Access));
        m_now += 1'000'000;
        QVERIFY(!tokens().verify(acme, access, TokenType::Access));
    }

    /// Also for what is kept of it for as long as it is good.
    void clocksMayDifferWhereThatIsConfigured()
    {
        const QByteArray access = tokens().issue(acme, shop, m_ada).access;
        m_config.tokenLeewaySeconds = 30;
        const std::int64_t end = 1'700'000'000 + 15 * 60 + 30;
        QCOMPARE(tokens().verify(acme, access, TokenType::Access)->expiresAt, end);
        m_now = (end - 1) * 1'000'000;
        QVERIFY(tokens().verify(acme, access, TokenType::Access));
        m_now = end * 1'000'000;
        QVERIFY(!tokens().verify(acme, access, TokenType::Access));
    }

    void lifetimesAreConfigured()
    {
        m_config.accessTokenMinutes = 2;
        m_config.refreshTokenDays = 1;
        const TokenPair pair = tokens().issue(acme, shop, m_ada);
        QCOMPARE(pair.expiresIn, 120);
        m_now += Micros{24 * 3600} * 1'000'000;
        QVERIFY(!tokens().verify(acme, pair.refresh, TokenType::Refresh));
    }

    void aRetiredSecretIsGoodForItsTime()
    {
        m_config.accessTokenMinutes = 60;
        const QByteArray access = tokens().issue(acme, shop, m_ada).access;
        m_config.secretKey = "the secret that came after it";
        m_config.retiredKeys = {{"one that never signed this", m_clock.seconds() + 1000},
                                {secret, m_clock.seconds() + 10}};
        const Tokens rotated = tokens();
        QVERIFY(rotated.verify(acme, access, TokenType::Access));
        QVERIFY(!rotated.verify(other, access, TokenType::Access));
        m_now += Micros{11} * 1'000'000; // less than the token's own life, which a thief of the secret could choose
        QVERIFY(!rotated.verify(acme, access, TokenType::Access));
        QVERIFY(!tokens().verify(acme, access, TokenType::Access));
        QVERIFY(rotated.verify(acme, rotated.issue(acme, shop, m_ada).access, TokenType::Access));
    }

    void anotherDeploymentsTokenIsRefused()
    {
        const QByteArray access = tokens().issue(acme, shop, m_ada).access;
        m_config.secretKey = "the secret of another deployment";
        QVERIFY(!tokens().verify(acme, access, TokenType::Access));
    }
};

QTEST_APPLESS_MAIN(TestTokens)
#include "tst_tokens.moc"
