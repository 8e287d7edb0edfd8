// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/mutator.h"

namespace tenantry::test {

Mutator::Mutator(std::uint64_t seed, std::vector<QByteArray> pieces, std::string_view characters)
    : m_random(seed)
    , m_pieces(std::move(pieces))
    , m_characters(characters)
{
}

QByteArray Mutator::mutated(const std::vector<QByteArray> &texts)
{
    QByteArray text = pick(texts);
    for (std::size_t changes = below(4); changes > 0; --changes)
        change(text, pick(texts));
    return text;
}

void Mutator::change(QByteArray &text, const QByteArray &other)
{
    const auto place = qsizetype(below(std::size_t(text.size()) + 1));
    const auto length = qsizetype(below(6));
    switch (below(6)) {
    case 0:
        text.remove(place, length);
        break;
    case 1:
        text.insert(place, pick(m_pieces));
        break;
    case 2:
        text.insert(place, text.mid(qsizetype(below(std::size_t(text.size()) + 1)), length * 4));
        break;
    case 3:
        text = text.left(place) + other.mid(qsizetype(below(std::size_t(other.size()) + 1)));
        break;
    case 4:
        if (place < text.size())
            text[place] = char(below(256));
        break;
    default:
        text.insert(place, QByteArray(qsizetype(below(80)), pick(m_characters)));
    }
}

int mutationCount()
{
    const int wanted = qEnvironmentVariableIntValue("TENANTRY_MUTATIONS");
    return wanted > 0 ? wanted : 5'000;
}

int mutationSeed()
{
    return qEnvironmentVariableIntValue("TENANTRY_MUTATIONS_SEED");
}

} // namespace tenantry::test
