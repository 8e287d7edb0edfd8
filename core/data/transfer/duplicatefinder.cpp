// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/transfer/duplicatefinder.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::data {

Result<void> DuplicateFinder::add(const KeyDigest &digest, const FilePlace &place)
{
    const Entry entry{digest, place};
    ++m_count;
    return m_spool.append(QByteArrayView(reinterpret_cast<const char *>(&entry), sizeof entry));
}

Result<void> DuplicateFinder::find(const std::function<void(const FilePlace &, const FilePlace &)> &found)
{
    TRY(m_spool.finish());
    const std::uint64_t parts = m_count / m_atOnce + 1;
    for (std::uint64_t which = 0; which < parts; ++which) {
        std::vector<Entry> entries = TRY(part(which, parts));
        std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
            return a.digest != b.digest ? a.digest < b.digest : a.place.row < b.place.row;
        });
        for (std::size_t i = 1, first = 0; i < entries.size(); ++i) {
            if (entries[i].digest == entries[first].digest)
                found(entries[i].place, entries[first].place);
            else
                first = i;
        }
    }
    return {};
}

Result<std::vector<DuplicateFinder::Entry>> DuplicateFinder::part(std::uint64_t which, std::uint64_t parts) const
{
    constexpr std::size_t piece = 4096;
    std::vector<Entry> buffer(piece);
    std::vector<Entry> entries;
    for (qint64 position = 0; position < m_spool.size();) {
        const qint64 count = m_spool.read(position, reinterpret_cast<char *>(buffer.data()),
                                          qint64(buffer.size()) * qint64(sizeof(Entry)));
        if (count <= 0 || count % qint64(sizeof(Entry)) != 0)
            return failure(Error::internal(u"the spool of keys cannot be read"_s));
        const auto end = buffer.begin() + count / qint64(sizeof(Entry));
        std::copy_if(buffer.begin(), end, std::back_inserter(entries),
                     [&](const Entry &entry) { return entry.digest[0] % parts == which; });
        position += count;
    }
    return entries;
}

} // namespace tenantry::data
