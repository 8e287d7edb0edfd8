// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/textanalyzer.h"

#include "core/base/fold.h"

#include <QFile>
#include <QString>

#include <libstemmer.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <unordered_set>

using namespace Qt::StringLiterals;

/// Not in a namespace: the names of the functions behind it have none.
static void initializeStopWords()
{
    Q_INIT_RESOURCE(stopwords);
}

namespace tenantry::sql {

namespace {

/// PostgreSQL leaves out words of so many bytes, and does not stem those of more than so many.
constexpr std::size_t longestWord = 2047;
constexpr std::size_t longestStemmed = 1000;

struct Range
{
    char32_t first;
    char32_t last;
};

/// Marks that are parts of words; the same as in core/data/search/searchindex.cpp.
constexpr std::array marks{Range{0x0300, 0x036F}, Range{0x0591, 0x05BD}, Range{0x064B, 0x065F}, Range{0x0670, 0x0670},
                           Range{0x0900, 0x0963}, Range{0x0966, 0x0DFF}, Range{0x0E30, 0x0E3A}, Range{0x0E47, 0x0E4E}};

bool belongsToWord(char32_t c)
{
    return u_isalnum(static_cast<UChar32>(c)) || std::any_of(marks.begin(), marks.end(), [c](const Range &range) {
               return c >= range.first && c <= range.last;
           });
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Of "1e5" at the front of a longer word: its length, else 0.
std::size_t numberLength(std::string_view word)
{
    const auto digits = [&](std::size_t from) {
        std::size_t end = from;
        while (end < word.size() && isDigit(word[end]))
            ++end;
        return end;
    };
    const std::size_t exponent = digits(0);
    if (exponent == 0 || exponent + 1 >= word.size() || word[exponent] != 'e')
        return 0;
    const std::size_t end = digits(exponent + 1);
    return end > exponent + 1 ? end : 0;
}

void addWord(std::vector<std::string> &words, std::string_view word)
{
    while (!word.empty()) {
        const std::size_t number = numberLength(word);
        const std::string_view first = number > 0 ? word.substr(0, number) : word;
        if (first.size() <= longestWord)
            words.emplace_back(first);
        word.remove_prefix(first.size());
    }
}

std::unordered_set<std::string> stopWords(const QString &language)
{
    initializeStopWords();
    std::unordered_set<std::string> words;
    QFile file(u":/tenantry/stopwords/%1.stop"_s.arg(language));
    if (!file.open(QFile::ReadOnly)) // not every language has some
        return words;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (!line.startsWith('#') && !line.trimmed().isEmpty())
            words.insert(line.trimmed().toStdString());
    }
    return words;
}

} // namespace

struct TextAnalyzer::Dictionary
{
    struct StemmerDeleter
    {
        void operator()(sb_stemmer *stemmer) const { sb_stemmer_delete(stemmer); }
    };

    explicit Dictionary(const std::string &language)
        : stops(stopWords(QString::fromStdString(language)))
        , stemmer(sb_stemmer_new(language.c_str(), "UTF_8"))
    {
    }

    std::string lexeme(const std::string &word) const
    {
        if (!stemmer || word.size() > longestStemmed)
            return word;
        if (stops.contains(word))
            return {};
        const sb_symbol *stem =
            sb_stemmer_stem(stemmer.get(), reinterpret_cast<const sb_symbol *>(word.data()), int(word.size()));
        const int length = sb_stemmer_length(stemmer.get());
        return stem && length > 0 ? std::string(reinterpret_cast<const char *>(stem), std::size_t(length)) : word;
    }

    std::unordered_set<std::string> stops;
    std::unique_ptr<sb_stemmer, StemmerDeleter> stemmer; ///< null: words stay
};

std::vector<std::string> searchWords(std::string_view utf8)
{
    std::vector<std::string> words;
    const QString text = lowered(utf8);
    QString word;
    const auto finish = [&] {
        addWord(words, word.toStdString());
        word.clear();
    };
    for (const char32_t c : text.toUcs4()) {
        if (belongsToWord(c))
            word += QString::fromUcs4(&c, 1);
        else if (!word.isEmpty())
            finish();
    }
    finish();
    return words;
}

const std::vector<std::string> &TextAnalyzer::configurations()
{
    static const std::vector<std::string> names{
        "arabic",     "armenian", "basque",    "catalan",    "danish",    "dutch",      "english", "finnish",
        "french",     "german",   "greek",     "hindi",      "hungarian", "indonesian", "irish",   "italian",
        "lithuanian", "nepali",   "norwegian", "portuguese", "romanian",  "russian",    "serbian", "simple",
        "spanish",    "swedish",  "tamil",     "turkish",    "yiddish"};
    return names;
}

TextAnalyzer::TextAnalyzer(std::string_view configuration)
    : m_words(std::make_unique<Dictionary>(std::string(configuration)))
{
    if (configuration == "russian" || configuration == "hindi")
        m_asciiWords = std::make_unique<Dictionary>("english");
}

TextAnalyzer::~TextAnalyzer() = default;
TextAnalyzer::TextAnalyzer(TextAnalyzer &&other) noexcept = default;
TextAnalyzer &TextAnalyzer::operator=(TextAnalyzer &&other) noexcept = default;

std::string TextAnalyzer::lexeme(const std::string &word)
{
    if (std::any_of(word.begin(), word.end(), isDigit))
        return word;
    const bool ascii = std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return ascii && m_asciiWords ? m_asciiWords->lexeme(word) : m_words->lexeme(word);
}

} // namespace tenantry::sql
