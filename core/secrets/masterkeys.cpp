// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/masterkeys.h"

#include "core/base/crypto.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::secrets {

namespace {

MasterKey keyOf(const QByteArray &text)
{
    return {QString::fromLatin1(crypto::hmacSha256(text, "tenantry master key id").first(8).toHex()),
            Key::derived(text, "tenantry master key")};
}

} // namespace

Result<std::unique_ptr<MasterKeys>> MasterKeys::create(Source source)
{
    std::unique_ptr<MasterKeys> keys(new MasterKeys(std::move(source)));
    TRY(keys->reload());
    return keys;
}

MasterKey MasterKeys::current() const
{
    const std::lock_guard lock(m_mutex);
    return m_keys.front();
}

bool MasterKeys::hasFormer() const
{
    const std::lock_guard lock(m_mutex);
    return m_keys.size() > 1;
}

std::optional<MasterKey> MasterKeys::known(const QString &id) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = std::find_if(m_keys.begin(), m_keys.end(), [&](const MasterKey &key) { return key.id == id; });
    return found == m_keys.end() ? std::nullopt : std::optional(*found);
}

std::optional<MasterKey> MasterKeys::find(const QString &id)
{
    if (auto key = known(id))
        return key;
    // Another server, or the command line, may have wrapped with a key that was added since.
    if (!reload())
        return std::nullopt;
    return known(id);
}

Result<void> MasterKeys::reload()
{
    const QByteArrayList texts = TRY(m_source());
    if (texts.isEmpty())
        return failure(ErrorCode::NotConfigured, u"There is no master key."_s);
    std::vector<MasterKey> keys;
    for (const QByteArray &text : texts)
        keys.push_back(keyOf(text));
    const std::lock_guard lock(m_mutex);
    m_keys = std::move(keys);
    return {};
}

} // namespace tenantry::secrets
