// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/passwordrules.h"

#include "core/base/crypto.h"

#include <algorithm>
#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace tenantry::identity {

namespace {

constexpr int minimumLength = 8;
constexpr double tooSimilar = 0.7;
constexpr int shortestPersonalText = 3; ///< initials stand in many good passwords

/// Passwords of eight characters and more that head the published lists of leaked ones; the shorter and the all-digit
/// ones are refused by the other rules.
constexpr std::array commonPasswords{
    "1234qwer"_L1,   "12qwaszx"_L1,   "1q2w3e4r"_L1,    "1q2w3e4r5t"_L1,  "1qaz2wsx"_L1,     "1qazxsw2"_L1,
    "abc12345"_L1,   "abcd1234"_L1,   "abcdefgh"_L1,    "access14"_L1,    "admin123"_L1,     "administrator"_L1,
    "alexander"_L1,  "asdf1234"_L1,   "asdfasdf"_L1,    "asdfghjk"_L1,    "asdfghjkl"_L1,    "babygirl"_L1,
    "baseball"_L1,   "basketball"_L1, "benjamin"_L1,    "blink182"_L1,    "butterfly"_L1,    "changeme"_L1,
    "charlie1"_L1,   "chocolate"_L1,  "christopher"_L1, "computer"_L1,    "consumer"_L1,     "corvette"_L1,
    "dragon123"_L1,  "elephant"_L1,   "einstein"_L1,    "football"_L1,    "football1"_L1,    "hello123"_L1,
    "iloveyou"_L1,   "iloveyou1"_L1,  "internet"_L1,    "jennifer"_L1,    "jonathan"_L1,     "letmein1"_L1,
    "letmein123"_L1, "liverpool"_L1,  "marlboro"_L1,    "master123"_L1,   "maverick"_L1,     "mercedes"_L1,
    "michael1"_L1,   "michelle"_L1,   "midnight"_L1,    "monkey123"_L1,   "mountain"_L1,     "mustang1"_L1,
    "nicholas"_L1,   "p@ssw0rd"_L1,   "pa$$word"_L1,    "pa55word"_L1,    "passw0rd"_L1,     "password"_L1,
    "password!"_L1,  "password1"_L1,  "password12"_L1,  "password123"_L1, "password1234"_L1, "princess"_L1,
    "princess1"_L1,  "q1w2e3r4"_L1,   "q1w2e3r4t5"_L1,  "qazwsxedc"_L1,   "qwer1234"_L1,     "qwerty12"_L1,
    "qwerty123"_L1,  "qwertyui"_L1,   "qwertyuiop"_L1,  "samantha"_L1,    "scorpion"_L1,     "secret123"_L1,
    "starwars"_L1,   "steelers"_L1,   "sunshine"_L1,    "sunshine1"_L1,   "superman"_L1,     "superman1"_L1,
    "test1234"_L1,   "testtest"_L1,   "trustno1"_L1,    "victoria"_L1,    "welcome1"_L1,     "welcome123"_L1,
    "whatever"_L1,   "zaq12wsx"_L1,   "zxcvbnm1"_L1,    "zxcvbnm123"_L1,
};

/// Length of the longest run of characters that both have.
qsizetype longestCommonRun(const QString &left, const QString &right)
{
    std::vector<qsizetype> previous(size_t(right.size()) + 1);
    std::vector<qsizetype> current(size_t(right.size()) + 1);
    qsizetype longest = 0;
    for (const QChar character : left) {
        for (qsizetype j = 0; j < right.size(); ++j) {
            current[size_t(j) + 1] = right[j] == character ? previous[size_t(j)] + 1 : 0;
            longest = std::max(longest, current[size_t(j) + 1]);
        }
        std::swap(previous, current);
    }
    return longest;
}

bool isSimilar(const QString &password, const QString &text)
{
    if (text.size() < shortestPersonalText)
        return false;
    const double run = double(longestCommonRun(password, text));
    return 2 * run / double(password.size() + text.size()) >= tooSimilar;
}

bool resemblesPersonalData(const QString &password, const QStringList &personal)
{
    const QString folded = password.toLower();
    return std::ranges::any_of(personal, [&](const QString &text) {
        const QString lower = text.toLower();
        return isSimilar(folded, lower) || isSimilar(folded, lower.section(u'@', 0, 0));
    });
}

} // namespace

std::optional<QString> passwordProblem(const QString &password, const QStringList &personal)
{
    if (password.toUtf8().size() > crypto::maxPasswordBytes)
        return u"A password has at most 1024 bytes."_s;
    if (password.size() < minimumLength)
        return u"Choose a password of at least 8 characters."_s;
    if (std::ranges::all_of(password, [](QChar character) { return character.isDigit(); }))
        return u"Choose a password that is not all digits."_s;
    if (std::ranges::find(commonPasswords, password.toLower()) != commonPasswords.end())
        return u"This password is too common; choose another."_s;
    if (resemblesPersonalData(password, personal))
        return u"This password is too close to the user's name or e-mail address; choose another."_s;
    return {};
}

} // namespace tenantry::identity
