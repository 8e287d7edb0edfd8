// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/transfer/importregistry.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

constexpr Micros keptFor = 10 * Micros{60'000'000};

/// Beyond as many, those that have ended are forgotten at once.
constexpr std::size_t mostKept = 1000;

QString keyOf(const RowCaller &caller, const QString &name)
{
    return QStringList{caller.site.uuid(), caller.app, caller.table, name}.join(u'/');
}

bool isOld(const ImportStatus &status, Micros now)
{
    return status.hasEnded() && now - status.ended > keptFor;
}

} // namespace

Result<std::shared_ptr<ImportProgress>> ImportRegistry::add(const RowCaller &caller, const QString &name,
                                                            std::int64_t size, Micros now)
{
    const std::lock_guard lock(m_mutex);
    forgetOld(now);
    Entry entry{std::make_shared<ImportProgress>(size, now), caller.principal.id};
    const auto [place, added] = m_entries.try_emplace(keyOf(caller, name), entry);
    if (!added)
        return failure(ErrorCode::Conflict, u"There is an import with this 'task_id' already."_s,
                       u"Choose a new one for each import."_s);
    return entry.progress;
}

std::shared_ptr<ImportProgress> ImportRegistry::find(const RowCaller &caller, const QString &name, Micros now) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_entries.find(keyOf(caller, name));
    if (found == m_entries.end() || isOld(found->second.progress->status(), now))
        return nullptr;
    const bool theirs = found->second.author == caller.principal.id || caller.principal.superuser;
    return theirs ? found->second.progress : nullptr;
}

void ImportRegistry::forgetOld(Micros now)
{
    const bool full = m_entries.size() >= mostKept;
    std::erase_if(m_entries, [&](const auto &item) {
        const ImportStatus status = item.second.progress->status();
        return full ? status.hasEnded() : isOld(status, now);
    });
}

} // namespace tenantry::data
