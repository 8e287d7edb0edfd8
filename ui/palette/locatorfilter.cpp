// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/locatorfilter.h"

#include "ui/palette/fuzzymatch.h"
#include "ui/palette/locatorsource.h"

namespace tenantry::ui {

namespace {

/// A letter found in the place of a thing counts for less than one in its name.
constexpr int placePenalty = 40;

} // namespace

LocatorFilter::LocatorFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSourceModel(&m_all);
    sort(0);
}

void LocatorFilter::add(LocatorSource &source)
{
    m_all.addSourceModel(&source);
}

void LocatorFilter::setTyped(const QString &typed)
{
    m_typed = typed.trimmed();
    invalidate();
}

const LocatorItem *LocatorFilter::item(const QModelIndex &index) const
{
    const QModelIndex at = m_all.mapToSource(mapToSource(index));
    return at.isValid() ? &static_cast<const LocatorSource *>(at.model())->item(at.row()) : nullptr;
}

std::optional<int> LocatorFilter::score(const QModelIndex &sourceIndex) const
{
    const QString text = sourceIndex.data().toString();
    if (const auto named = fuzzyMatch(m_typed, text))
        return named;
    const QString detail = sourceIndex.data(LocatorSource::DetailRole).toString();
    const auto placed = fuzzyMatch(m_typed, text + u' ' + detail);
    return placed ? std::optional(*placed - placePenalty) : std::nullopt;
}

bool LocatorFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    return score(m_all.index(row, 0, parent)).has_value();
}

bool LocatorFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const auto rank = [this](const QModelIndex &index) {
        return std::pair(index.data(LocatorSource::AvailableRole).toBool(), score(index).value_or(0));
    };
    const auto leftRank = rank(left);
    const auto rightRank = rank(right);
    return leftRank != rightRank ? leftRank > rightRank : left.row() < right.row();
}

} // namespace tenantry::ui
