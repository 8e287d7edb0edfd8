// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/slug.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

constexpr std::array reserved{"app"_L1,   "api"_L1,    "www"_L1,   "config"_L1,
                              "admin"_L1, "public"_L1, "sites"_L1, "imports"_L1};

bool isSlugCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
}

bool isAscii(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

/// A prototype that is built once (it parses rule files) and cloned per call, since transliterators are not re-entrant.
const icu::Transliterator *prototype()
{
    static const std::unique_ptr<icu::Transliterator> made = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> transliterator(
            icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
        return U_SUCCESS(status) ? std::move(transliterator) : nullptr;
    }();
    return made.get();
}

QString transliterated(const QString &text)
{
    if (isAscii(text) || !prototype())
        return text;
    const std::unique_ptr<icu::Transliterator> transliterator(prototype()->clone());
    icu::UnicodeString unicode(reinterpret_cast<const char16_t *>(text.utf16()), static_cast<int32_t>(text.size()));
    transliterator->transliterate(unicode);
    return QString::fromUtf16(unicode.getBuffer(), unicode.length());
}

QString withoutTrailingHyphens(QString slug)
{
    while (slug.endsWith(u'-'))
        slug.chop(1);
    return slug;
}

} // namespace

QString slugFrom(const QString &name, const QString &fallback)
{
    QString slug;
    for (const QChar c : transliterated(name).toLower()) {
        if (isSlugCharacter(c))
            slug += c;
        else if (!slug.isEmpty() && !slug.endsWith(u'-'))
            slug += u'-';
    }
    slug = withoutTrailingHyphens(slug.left(maxSlugLength));
    return slug.isEmpty() ? fallback : slug;
}

bool isSlug(QStringView text)
{
    return !text.isEmpty() && text.size() <= maxSlugLength && isSlugCharacter(text.front()) &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c == u'-' || isSlugCharacter(c); });
}

bool isReservedSlug(QStringView slug)
{
    return std::find(reserved.begin(), reserved.end(), slug) != reserved.end();
}

QString freeSlug(const QString &slug, const std::function<bool(const QString &)> &taken)
{
    QString candidate = slug;
    for (int counter = 1; taken(candidate); ++counter) {
        const QString suffix = u'-' + QString::number(counter);
        candidate = withoutTrailingHyphens(slug.left(maxSlugLength - suffix.size())) + suffix;
    }
    return candidate;
}

} // namespace tenantry
