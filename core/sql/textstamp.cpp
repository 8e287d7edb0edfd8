// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/textstamp.h"

#include "core/base/fold.h"
#include "core/sql/textanalyzer.h"

#include <QCryptographicHash>
#include <QFile>

#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::sql {

namespace {

/// Raised where something changes that the rest would not tell.
constexpr std::string_view rules = "1";

/// Beyond this there are no letters that have capitals.
constexpr char32_t charactersLookedAt = 0x20000;
constexpr char32_t charactersAtOnce = 0x100;

QByteArrayView view(std::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

/// Each character as a word of its own.
std::string alphabet(char32_t first)
{
    QString text;
    for (char32_t c = first; c < first + charactersAtOnce; ++c) {
        if (!QChar::isSurrogate(c))
            text.append(QString::fromUcs4(&c, 1)).append(u'\n');
    }
    return text.toStdString();
}

void addCharacters(QCryptographicHash &hash)
{
    for (char32_t first = 0; first < charactersLookedAt; first += charactersAtOnce) {
        const std::string text = alphabet(first);
        hash.addData(view(folded(text)));
        for (const std::string &word : searchWords(text))
            hash.addData(view(word + '\n'));
    }
}

/// The stop words of a language, or those of English for one that has none.
QByteArray sampleText(const QString &configuration)
{
    for (const QString &language : {configuration, u"english"_s}) {
        QFile file(u":/tenantry/stopwords/%1.stop"_s.arg(language));
        if (file.open(QFile::ReadOnly))
            return file.readAll();
    }
    return {};
}

/// Stop words themselves, and words with endings that some language takes off.
void addLexemes(QCryptographicHash &hash, const std::string &configuration)
{
    constexpr std::array<std::string_view, 8> endings{"", "s", "ing", "ations", "lichen", "ement", "idades", "nost"};
    TextAnalyzer analyzer(configuration);
    const QByteArray text = sampleText(QString::fromStdString(configuration));
    hash.addData(view(configuration + '\n'));
    for (const std::string &word : searchWords({text.constData(), std::size_t(text.size())})) {
        for (const std::string_view ending : endings)
            hash.addData(view(analyzer.lexeme(word + std::string(ending)) + '\n'));
    }
}

std::string computed()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(view(rules));
    addCharacters(hash);
    for (const std::string &configuration : TextAnalyzer::configurations())
        addLexemes(hash, configuration);
    return hash.result().toHex().toStdString();
}

} // namespace

const std::string &textStamp()
{
    static const std::string stamp = computed();
    return stamp;
}

} // namespace tenantry::sql
