// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/cataloguestore.h"

namespace tenantry::data {

enum class CatalogueEffect {
    None,    ///< nothing that a catalogue holds is different now
    Changed, ///< a new catalogue takes the place of the current one
};

/// What a closure given to changeCatalogue() answers.
template<class T>
struct Changed
{
    T value;
    CatalogueEffect effect = CatalogueEffect::Changed;
};

/// Runs `closure(Transaction &) -> Result<Changed<T>>` as the only change of the site's definitions at a time. The new
/// catalogue is read in the same transaction and published after the commit, before the answer: whoever got the answer
/// sees the change. ErrorCode::Conflict when another change does not end in time.
template<class F>
auto changeCatalogue(const Site &site, F closure, sql::WriteKind kind = sql::WriteKind::Alone)
{
    using T = decltype(std::declval<std::invoke_result_t<F, sql::Transaction &>>()->value);
    struct Outcome
    {
        T value;
        std::shared_ptr<const Catalogue> catalogue;
    };
    auto change = [closure = std::move(closure)](sql::Transaction &transaction) mutable -> Result<Outcome> {
        const CatalogueStore store;
        TRY(store.lockForChange(transaction));
        Changed<T> changed = TRY(closure(transaction));
        Outcome outcome{std::move(changed.value), nullptr};
        if (changed.effect == CatalogueEffect::Changed) {
            TRY(store.bumpVersion(transaction));
            outcome.catalogue = TRY(store.load(transaction));
        }
        return outcome;
    };
    return site.write(std::move(change), kind).map([site](Result<Outcome> outcome) -> Result<T> {
        if (!outcome)
            return failure(std::move(outcome).error());
        if (outcome->catalogue)
            site.setCatalogue(std::move(outcome->catalogue));
        return std::move(outcome->value);
    });
}

} // namespace tenantry::data
