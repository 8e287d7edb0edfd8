// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/knowncounts.h"

namespace tenantry::sql {

namespace {

constexpr std::size_t longestKey = 4096;

/// What is behind the length that each value's text has in front.
struct Appender
{
    std::string &key;

    void text(std::string_view value) const
    {
        key += std::to_string(value.size());
        key += ':';
        key += value;
    }
    void operator()(std::monostate) const {}
    void operator()(bool value) const { key += value ? '1' : '0'; }
    void operator()(std::int64_t value) const { text(std::to_string(value)); }
    void operator()(double value) const { text({reinterpret_cast<const char *>(&value), sizeof value}); }
    void operator()(const std::string &value) const { text(value); }
    void operator()(const Blob &value) const { text({value.bytes.constData(), std::size_t(value.bytes.size())}); }
};

} // namespace

std::optional<std::string> countKey(std::string_view sql, const Values &values)
{
    std::string key(sql);
    for (const Value &value : values) {
        key += '\0';
        key += char('a' + value.data().index());
        std::visit(Appender{key}, value.data());
        if (key.size() > longestKey)
            return std::nullopt;
    }
    if (key.size() > longestKey)
        return std::nullopt;
    return key;
}

} // namespace tenantry::sql
