// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <random>
#include <string_view>
#include <vector>

namespace tenantry::test {

/// Changes well-formed bytes a little, so that most of what comes out is nearly well-formed. The same seed changes them
/// in the same way.
class Mutator
{
public:
    /// `pieces` are put in now and then, and of `characters` whole runs.
    Mutator(std::uint64_t seed, std::vector<QByteArray> pieces, std::string_view characters);

    /// One of `texts`, with at most three changes.
    QByteArray mutated(const std::vector<QByteArray> &texts);

private:
    std::size_t below(std::size_t end) { return std::size_t(m_random() % end); }
    void change(QByteArray &text, const QByteArray &other);

    template<class List>
    const typename List::value_type &pick(const List &list)
    {
        return list[below(list.size())];
    }

    std::mt19937_64 m_random;
    const std::vector<QByteArray> m_pieces;
    const std::string_view m_characters;
};

/// How often tests with mutations try: 5,000 times, or as TENANTRY_MUTATIONS says (a million by hand, under
/// AddressSanitizer too).
int mutationCount();
/// TENANTRY_MUTATIONS_SEED.
int mutationSeed();

} // namespace tenantry::test
