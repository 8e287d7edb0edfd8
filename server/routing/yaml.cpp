// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routing/yaml.h"

#include "core/json/writer.h"

namespace tenantry::server {

namespace {

bool isBlock(const json::Value &value)
{
    return (value.isObject() && !value.object().empty()) || (value.isArray() && !value.array().empty());
}

/// Words of letters, digits and '_' that begin with a letter need no quotes as keys, unless YAML means something by
/// them.
QByteArray keyText(std::string_view key)
{
    static constexpr std::string_view meant[] = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"};
    const QByteArray lower = QByteArray(key.data(), qsizetype(key.size())).toLower();
    const bool word =
        !lower.isEmpty() && lower.front() >= 'a' && lower.front() <= 'z' &&
        std::all_of(lower.begin(), lower.end(),
                    [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }) &&
        std::find(std::begin(meant), std::end(meant), std::string_view(lower.data(), std::size_t(lower.size()))) ==
            std::end(meant);
    return word ? QByteArray(key.data(), qsizetype(key.size())) : json::quoted(key);
}

void write(QByteArray &out, const json::Value &value, int depth);

/// What stands after "key:" or "-".
void writeAfter(QByteArray &out, const json::Value &value, int depth)
{
    if (!isBlock(value)) {
        out.append(' ').append(json::write(value)).append('\n');
        return;
    }
    out.append('\n');
    write(out, value, depth);
}

void write(QByteArray &out, const json::Value &value, int depth)
{
    const QByteArray indent(depth * 2, ' ');
    if (value.isObject()) {
        for (const auto &[key, member] : value.object()) {
            out.append(indent).append(keyText(key)).append(':');
            writeAfter(out, member, depth + 1);
        }
    } else {
        for (const json::Value &item : value.array()) {
            out.append(indent).append('-');
            writeAfter(out, item, depth + 1);
        }
    }
}

} // namespace

QByteArray toYaml(const json::Value &value)
{
    QByteArray out;
    if (isBlock(value))
        write(out, value, 0);
    else
        out = json::write(value) + '\n';
    return out;
}

} // namespace tenantry::server
